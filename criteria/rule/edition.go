package rule

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Edition names the exact content of a rulebook: every answer carries the
// edition it rests on, and the same edition gives the same answer.
type Edition struct {
	ID      string `json:"id"`      // "1980/QĐ-TTg"
	Version string `json:"version"` // of the data: "2026-11-25"
	Digest  string `json:"digest"`  // SHA-256 of the content: 64 hexadecimal digits
}

// EditionOf names a content by the SHA-256 of its JSON. A content that has no JSON,
// because a value in it is outside its list, has an edition without a digest.
func EditionOf(id, version string, content any) Edition {
	e := Edition{ID: id, Version: version}
	if data, err := json.Marshal(content); err == nil {
		sum := sha256.Sum256(data)
		e.Digest = hex.EncodeToString(sum[:])
	}
	return e
}

// Short is the beginning of the digest, for a line that a person reads.
func (e Edition) Short() string { return e.Digest[:min(16, len(e.Digest))] }
