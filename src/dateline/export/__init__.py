"""dateline.export"""
