package enum AdminCLILayer {}
