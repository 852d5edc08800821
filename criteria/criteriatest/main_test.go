package criteriatest_test

import (
	"os"
	"runtime/debug"
	"testing"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

func TestMain(m *testing.M) {
	maintain.Hostile()
	debug.SetGCPercent(400) // each of many thousand communes is forgotten at once
	os.Exit(m.Run())
}
