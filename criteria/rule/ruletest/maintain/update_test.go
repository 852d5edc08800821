package maintain_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/giupxa/giupxa/criteria/rule/ruletest/maintain"
)

// Not parallel: it sets the environment.
func TestUpdateGolden(t *testing.T) {
	t.Setenv("UPDATE_GOLDEN", "1")
	codes := filepath.Join(t.TempDir(), "new", "codes.txt")
	maintain.Codes(t, codes, table.Rules())
	require.NoError(t, os.WriteFile(codes, []byte("sample.retired form\nsample.negative form\n"), 0o600))
	maintain.Codes(t, codes, table.Rules())
	data, err := os.ReadFile(codes)
	require.NoError(t, err)
	assert.Equal(t, "sample.retired form\nsample.negative form\n", string(data), "the list of codes only grows")
}
