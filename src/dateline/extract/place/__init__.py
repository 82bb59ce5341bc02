"""dateline.extract.place"""
