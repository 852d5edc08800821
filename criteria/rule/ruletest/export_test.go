package ruletest

// File is a file of cases.
type File = file
