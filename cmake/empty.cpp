// A layer whose folder has no source file yet is made of this one.
