package dev.segmentation.support.drive;

import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Issues access tokens for requests that are signed with the service account's key.
 */
final class TokenEndpoint {

	private static final String SCOPE = "https://www.googleapis.com/auth/drive";

	/** Google's client always sends this audience, whatever the address is. */
	private static final String AUDIENCE = "https://oauth2.googleapis.com/token";

	private static final long LONGEST = 3600;

	private final ServiceAccountKey key;

	private final Set<String> tokens = ConcurrentHashMap.newKeySet();

	private volatile boolean revoked;

	TokenEndpoint(ServiceAccountKey key) {
		this.key = key;
	}

	void revoke() {
		this.revoked = true;
		forget();
	}

	void forget() {
		this.tokens.clear();
	}

	void check(FakeRequest request) {
		String header = request.header("Authorization");
		if (!header.startsWith("Bearer ") || !this.tokens.contains(header.substring("Bearer ".length()))) {
			throw new Refusal(401, "authError", "Invalid Credentials");
		}
	}

	FakeAnswer answer(FakeRequest request) {
		Map<String, String> form = request.form();
		String[] parts = form.getOrDefault("assertion", "").split("\\.");
		if (!"urn:ietf:params:oauth:grant-type:jwt-bearer".equals(form.get("grant_type"))) {
			return error(400, "unsupported_grant_type", "Invalid grant_type: " + form.get("grant_type"));
		}
		if (parts.length != 3 || this.revoked || !isSigned(parts)) {
			return error(400, "invalid_grant", "Invalid JWT Signature.");
		}
		return isClaimed(json(parts[1])) ? token() : error(400, "invalid_grant", "Invalid JWT: " + json(parts[1]));
	}

	private FakeAnswer token() {
		String token = "ya29." + UUID.randomUUID();
		this.tokens.add(token);
		return FakeAnswer.json(200,
				JsonMapper.shared()
					.createObjectNode()
					.put("access_token", token)
					.put("expires_in", LONGEST - 1)
					.put("token_type", "Bearer"));
	}

	private boolean isSigned(String[] parts) {
		JsonNode header = json(parts[0]);
		return header.path("alg").asString().equals("RS256") && header.path("kid").asString().equals(this.key.id())
				&& this.key.hasSigned(parts[0] + "." + parts[1], Base64.getUrlDecoder().decode(parts[2]));
	}

	private boolean isClaimed(JsonNode claims) {
		long now = Instant.now().getEpochSecond();
		long from = claims.path("iat").asLong();
		long until = claims.path("exp").asLong();
		return claims.path("iss").asString().equals(this.key.account())
				&& claims.path("aud").asString().equals(AUDIENCE) && claims.path("scope").asString().equals(SCOPE)
				&& from <= now + 60 && until > now && until - from <= LONGEST;
	}

	private static JsonNode json(String part) {
		return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(part));
	}

	static FakeAnswer error(int status, String error, String words) {
		return FakeAnswer.json(status,
				JsonMapper.shared().createObjectNode().put("error", error).put("error_description", words));
	}

}
