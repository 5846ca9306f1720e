//! RSA signatures (RFC 8017, 8.2) with a private key as providers hand it out: a text in PEM (RFC 7468).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::SystemRandom;
use ring::signature::{RsaEncoding, RsaKeyPair};
use zeroize::Zeroizing;

pub(super) struct PrivateKey(RsaKeyPair);

impl PrivateKey {
    /// Reads PKCS #8 and the older PKCS #1. Forms and terminals cut line ends or write them as `\n`, so none is needed.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut parts = text.split("-----").skip(1);
        let (label, body) = (parts.next()?, parts.next()?);
        let body: Zeroizing<String> = Zeroizing::new(body.replace("\\n", "").split_whitespace().collect());
        let bytes = Zeroizing::new(STANDARD.decode(body.as_bytes()).ok()?);
        let key = match label {
            "BEGIN PRIVATE KEY" => RsaKeyPair::from_pkcs8(&bytes),
            "BEGIN RSA PRIVATE KEY" => RsaKeyPair::from_der(&bytes),
            _ => return None,
        };

        key.ok().map(Self)
    }

    /// `padding` has to be one of PKCS #1 version 1.5: it takes nothing from the source of randomness, so that the same
    /// text has the same signature in every run.
    pub(super) fn sign(&self, padding: &'static dyn RsaEncoding, text: &str) -> Option<Vec<u8>> {
        let mut signature = vec![0; self.0.public().modulus_len()];
        self.0.sign(padding, &SystemRandom::new(), text.as_bytes(), &mut signature).ok()?;

        Some(signature)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use ring::signature::{self, KeyPair, RSA_PKCS1_SHA256, RSA_PKCS1_SHA512, UnparsedPublicKey};

    use super::*;
    use crate::catalogue::EXAMPLE_KEY;

    /// Whether a signature is the example key's; checked with its public half alone.
    pub(in crate::provider::special) fn is_signed(
        by: &'static signature::RsaParameters,
        text: &str,
        found: &[u8],
    ) -> bool {
        let key = PrivateKey::read(EXAMPLE_KEY).unwrap();

        UnparsedPublicKey::new(by, key.0.public_key().as_ref()).verify(text.as_bytes(), found).is_ok()
    }

    /// RFC 7515, A.2; the example key is the one of that example.
    #[test]
    fn the_signature_is_that_of_the_standard() {
        let text = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb\
                    290Ijp0cnVlfQ";
        let found = PrivateKey::read(EXAMPLE_KEY).unwrap().sign(&RSA_PKCS1_SHA256, text).unwrap();

        assert_eq!(
            URL_SAFE_NO_PAD.encode(found),
            "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUA\
             r7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--\
             xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_Io\
             ypGlUPQGe77Rw"
        );
    }

    #[test]
    fn a_key_is_read_however_it_was_pasted() {
        let lines = EXAMPLE_KEY.trim();
        for text in [lines.to_owned(), lines.replace('\n', "\r\n"), lines.replace('\n', ""), lines.replace('\n', "\\n")]
        {
            let signature = PrivateKey::read(&text).unwrap().sign(&RSA_PKCS1_SHA512, "a").unwrap();
            assert!(is_signed(&signature::RSA_PKCS1_2048_8192_SHA512, "a", &signature));
        }
        let public = lines.replace("PRIVATE", "PUBLIC");
        for odd in
            ["", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----", &public]
        {
            assert!(PrivateKey::read(odd).is_none(), "{odd:.40}");
        }
    }
}
