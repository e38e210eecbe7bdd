package dev.segmentation.attack;

/**
 * What an attacker does.
 */
interface Weapon {

	/**
	 * Attacks while the bystander is watched.
	 * @return figures about the attack itself
	 * @throws Exception if the attacker got what must be refused
	 */
	String use(Target target, Bystander bystander) throws Exception;

}
