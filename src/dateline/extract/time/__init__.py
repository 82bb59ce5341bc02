"""dateline.extract.time"""
