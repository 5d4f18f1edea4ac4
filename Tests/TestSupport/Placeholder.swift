package enum TestSupportLayer {}
