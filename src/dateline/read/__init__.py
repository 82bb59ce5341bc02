"""dateline.read"""
