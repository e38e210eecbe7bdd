package dev.segmentation.limit;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of one client. They stop a script that went wrong, and no ordinary client.
 *
 * @param accountRequests requests of an account in a second, on each instance
 * @param addressRequests requests of an address without sign-in in a second, on each
 * instance
 * @param connections open connections of an address, on each instance
 * @param downloads downloads of the history that an account runs at once, on all
 * instances together
 * @param lists long lists that an account reads at once, on all instances together
 * @param percentages segments with a percentage that an account creates through the API
 * at once, on all instances together
 */
@Validated
@ConfigurationProperties("segmentation.limits")
public record LimitProperties(@DefaultValue("10000") @Positive int accountRequests,
		@DefaultValue("500") @Positive int addressRequests, @DefaultValue("2000") @Positive int connections,
		@DefaultValue("4") @Positive int downloads, @DefaultValue("20") @Positive int lists,
		@DefaultValue("4") @Positive int percentages) {

	int atOnce(HeavyAct act) {
		return switch (act) {
			case DOWNLOAD -> this.downloads;
			case LIST -> this.lists;
			case PERCENTAGE -> this.percentages;
		};
	}

}
