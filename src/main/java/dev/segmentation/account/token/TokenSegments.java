package dev.segmentation.account.token;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.segmentation.segment.SegmentAccess;
import dev.segmentation.shared.CurrentAccount;
import dev.segmentation.shared.ShortMemory;

import org.springframework.stereotype.Component;

/**
 * Restricts tokens to their segments.
 */
@Component
class TokenSegments implements SegmentAccess, ShortMemory {

	private static final int MAX_CACHED = 10_000;

	private final TokenGrantRepository grants;

	/** Saves a query in most calls. A change of the list takes effect within a second. */
	private final Cache<Long, Optional<Set<Long>>> cache = Caffeine.newBuilder()
		.expireAfterWrite(Duration.ofSeconds(1))
		.maximumSize(MAX_CACHED)
		.build();

	TokenSegments(TokenGrantRepository grants) {
		this.grants = grants;
	}

	@Override
	public void requireRead(CurrentAccount by, long segmentId) {
		if (!find(by).map((segments) -> segments.contains(segmentId)).orElse(true)) {
			throw SegmentAccess.refusal();
		}
	}

	@Override
	public void requireAll(CurrentAccount by) {
		if (find(by).isPresent()) {
			throw SegmentAccess.refusal();
		}
	}

	private Optional<Set<Long>> find(CurrentAccount by) {
		Optional<Set<Long>> cached = this.cache.getIfPresent(by.id());
		if (cached != null) {
			return cached;
		}
		Optional<Set<Long>> found = this.grants.findSegments(by.id());
		this.cache.put(by.id(), found);
		return found;
	}

	@Override
	public void forget() {
		this.cache.invalidateAll();
	}

}
