package enum SQLiteEngineLayer {}
