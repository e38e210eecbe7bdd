package dev.segmentation.attack;

import java.nio.file.Path;

import dev.segmentation.trial.Scenario;

/**
 * Attacks one application and measures how others are served meanwhile.
 */
record Attack(String name, Weapon weapon) implements Scenario {

	@Override
	public String run(Path folder) throws Exception {
		try (Target target = new Target(folder)) {
			this.weapon.prepare(target);
			try (Bystander bystander = new Bystander(target.other(), Target.otherClient())) {
				bystander.watch();
				bystander.stay();
				Service before = bystander.watched();
				bystander.watch();
				String result = this.weapon.use(target, bystander);
				return judge(target, before, bystander.watched(), result);
			}
		}
	}

	private String judge(Target target, Service before, Service during, String result) {
		String figures = "others before: %s; during: %s; %s".formatted(before, during, result);
		if (!this.weapon.isBearable(during)) {
			throw new AssertionError("others are not served; " + figures);
		}
		if (target.application().output().contains("OutOfMemoryError")) {
			throw new AssertionError("the memory was exhausted; " + figures);
		}
		return figures;
	}

}
