package diff_test

import (
	"os"
	"testing"

	"github.com/giupxa/giupxa/criteria/rule/ruletest"
)

func TestMain(m *testing.M) {
	ruletest.Hostile()
	os.Exit(m.Run())
}
