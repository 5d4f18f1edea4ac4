package enum ServicesLayer {}
