using System.Text.Json;

namespace EngagementHub.Web.Operations;

/// <summary>What a backup holds, so that it can be checked before anything is put back: one line a file with its hash, one a table with its rows.</summary>
/// <param name="Provider">The kind of database it was taken from; it goes back into the same kind.</param>
/// <param name="Migration">The last migration of the schema; an older one is brought up to date after putting back, a newer one is refused.</param>
/// <param name="TakenAt">UTC instant at which the copy of the database was begun.</param>
/// <param name="Rows">How many rows each table had.</param>
/// <param name="Files">Every file of the backup: its name there, its length in bytes and its SHA-256 in hexadecimal.</param>
internal sealed record BackupManifest(string Provider, string Migration, DateTimeOffset TakenAt, IReadOnlyDictionary<string, long> Rows, IReadOnlyList<BackedUpFile> Files)
{
    public const string Name = "manifest.json";

    public const int NewestFormat = 1;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public int Format { get; init; } = NewestFormat;

    public long AllRows => Rows.Values.Sum();

    public static async Task<BackupManifest> ReadAsync(Stream text, CancellationToken cancellation) =>
        await JsonSerializer.DeserializeAsync<BackupManifest>(text, Readable, cancellation) ?? throw new JsonException("The manifest is empty");

    public Task WriteAsync(Stream to, CancellationToken cancellation) => JsonSerializer.SerializeAsync(to, this, Readable, cancellation);
}

/// <summary>A file of a backup.</summary>
internal sealed record BackedUpFile(string Name, long Length, string Sha256);

/// <summary>The state of a copied database.</summary>
internal sealed record DatabaseState(string Migration, IReadOnlyDictionary<string, long> Rows);
