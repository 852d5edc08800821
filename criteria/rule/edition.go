package rule

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
)

// Edition names the exact content of a rulebook: every answer carries the
// edition it rests on, and the same edition gives the same answer.
type Edition struct {
	ID      string `json:"id"`      // "1980/QĐ-TTg"
	Version string `json:"version"` // of the data: "2026-11-25"
	Digest  string `json:"digest"`  // of the content: 16 hexadecimal digits
}

// EditionOf computes the digest from the JSON of the content.
func EditionOf(id, version string, content any) (Edition, error) {
	data, err := json.Marshal(content)
	if err != nil {
		return Edition{}, fmt.Errorf("rule: no digest of %s: %w", id, err)
	}
	sum := sha256.Sum256(data)
	return Edition{ID: id, Version: version, Digest: hex.EncodeToString(sum[:8])}, nil
}
