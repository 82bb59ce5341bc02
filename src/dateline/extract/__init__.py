"""dateline.extract"""
