// Package maintain holds the tools by which the tests of this module keep its own tables:
// golden files, permanent codes, the JSON form of records, their schemas and
// enumerations. It is for this module alone and may change or go with any version; a test
// kit or a program of a province needs none of it. It stands apart from package ruletest
// because it imports package testing and the parser of Go, and it is no internal package
// because tests in all folders of the module use it.
package maintain
