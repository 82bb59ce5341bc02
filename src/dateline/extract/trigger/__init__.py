"""dateline.extract.trigger"""
