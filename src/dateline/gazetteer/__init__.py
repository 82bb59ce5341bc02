"""dateline.gazetteer"""
