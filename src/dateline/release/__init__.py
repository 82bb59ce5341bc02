"""dateline.release"""
