"""dateline.report"""
