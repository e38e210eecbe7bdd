package dev.segmentation.attack;

import java.nio.file.Path;

import dev.segmentation.trial.Scenario;

/**
 * Attacks one application and measures how others are served meanwhile.
 */
record Attack(String name, Weapon weapon) implements Scenario {

	static Attack of(String name, Weapon weapon) {
		return new Attack(name, weapon);
	}

	@Override
	public String run(Path folder) throws Exception {
		try (Target target = new Target(folder); Bystander bystander = new Bystander(target.staff())) {
			Bystander.Service before = bystander.watch();
			String result = this.weapon.use(target, bystander);
			Bystander.Service during = bystander.watched();
			String figures = "others: before %s, during %s; %s".formatted(before, during, result);
			if (!during.isBearable()) {
				throw new AssertionError("others are not served; " + figures);
			}
			if (target.application().output().contains("OutOfMemoryError")) {
				throw new AssertionError("the memory was exhausted; " + figures);
			}
			return figures;
		}
	}

}
