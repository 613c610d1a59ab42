; The installer for Windows, made with Inno Setup 6 after build.py:
;   iscc /DVersion=0.1.0 package\windows\yinde.iss
; Installs for the person alone, without administrator's rights. Removing it leaves the library where it lies.
#ifndef Version
  #error Version is missing: iscc /DVersion=X.Y.Z
#endif

[Setup]
AppId={{6F0B4C57-3A0E-4C1E-9E0B-7C3B8E5D21A9}
AppName=引得 Yinde
AppVersion={#Version}
AppPublisher=Yinde authors
DefaultDirName={autopf}\Yinde
DefaultGroupName=引得
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
OutputDir=..\..\dist
OutputBaseFilename=yinde-{#Version}-windows-setup
SetupIconFile=..\..\build\icons\yinde.ico
UninstallDisplayIcon={app}\yinde-window.exe
LicenseFile=..\..\LICENSE
Compression=lzma2/max
SolidCompression=yes
ChangesAssociations=yes
WizardStyle=modern
; Signing is left to whoever releases: SignTool=...

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[CustomMessages]
en.Shortcut=桌面快捷方式 / Shortcut on the desktop
en.Open=打开引得 / Open Yinde

[Tasks]
Name: "shortcut"; Description: "{cm:Shortcut}"; Flags: unchecked

[Files]
Source: "..\..\build\program\yinde\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[InstallDelete]
; Parts of an older version must not stay beside the new ones.
Type: filesandordirs; Name: "{app}\parts"

[Icons]
Name: "{group}\引得"; Filename: "{app}\yinde-window.exe"; AppUserModelID: "Yinde.Yinde"
Name: "{autodesktop}\引得"; Filename: "{app}\yinde-window.exe"; Tasks: shortcut; AppUserModelID: "Yinde.Yinde"

[Registry]
Root: HKA; Subkey: "Software\Classes\yinde"; ValueType: string; ValueData: "URL:引得"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\yinde"; ValueType: string; ValueName: "URL Protocol"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\yinde\shell\open\command"; ValueType: string; ValueData: """{app}\yinde-window.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Yinde.Document"; ValueType: string; ValueData: "引得"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Yinde.Document\shell\open\command"; ValueType: string; ValueData: """{app}\yinde-window.exe"" ""%1"""
#define Kind(str Suffix) 'Root: HKA; Subkey: "Software\Classes\.' + Suffix + '\OpenWithProgids"; ValueType: string; ValueName: "Yinde.Document"; ValueData: ""; Flags: uninsdeletevalue'
#emit Kind("txt")
#emit Kind("md")
#emit Kind("html")
#emit Kind("htm")
#emit Kind("pdf")
#emit Kind("docx")
#emit Kind("pptx")
#emit Kind("xlsx")
#emit Kind("odt")
#emit Kind("epub")
#emit Kind("rtf")

[Run]
Filename: "{app}\yinde-window.exe"; Description: "{cm:Open}"; Flags: nowait postinstall skipifsilent
