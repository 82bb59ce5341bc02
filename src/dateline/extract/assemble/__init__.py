"""dateline.extract.assemble"""
