print("kosh")
