package enum StorageLayer {}
