// SettingsText: to be built.
