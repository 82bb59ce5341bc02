"""dateline.extract.source"""
