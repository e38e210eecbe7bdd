package dev.segmentation.attack;

/**
 * What an attacker does.
 */
interface Weapon {

	/**
	 * Makes data, before anybody is watched.
	 */
	default void prepare(Target target) {
	}

	/**
	 * Attacks while the bystander is watched.
	 * @return figures about the attack itself
	 * @throws Exception if the attacker got what must be refused
	 */
	String use(Target target, Bystander bystander) throws Exception;

	/** Whether others were served well enough meanwhile. */
	default boolean isBearable(Service others) {
		return others.isBearable();
	}

}
