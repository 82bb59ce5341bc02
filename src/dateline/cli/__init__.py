"""dateline.cli"""
