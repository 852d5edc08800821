// Package assignment says which leader helps which commune, when and in what role.
package assignment
