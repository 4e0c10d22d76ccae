namespace EngagementHub.Core.Ports;

/// <summary>A folder of files that belong to the hub's record beside its database, such as pictures. A backup takes it along. What must die on a stated day, such as a key, is never registered as one.</summary>
/// <param name="Name">What it is called inside a backup: a few lower-case letters.</param>
/// <param name="Path">Where it lies now; it may not exist yet.</param>
public sealed record KeptFolder(string Name, string Path);
