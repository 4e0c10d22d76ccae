using System.Globalization;
using EngagementHub.Core.Ports;

namespace EngagementHub.Core.Auditing;

/// <summary><c>verify-audit</c>: whether the audit trail is what was sealed.</summary>
internal sealed class VerifyAuditCommand(AuditCheck check) : IHostCommand
{
    public string Name => "verify-audit";

    public string Usage => "[--head PLACE:SEAL]";

    public string Description => "walks along the sealed audit trail and names its first broken link";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        if (arguments.Count > 0 && (arguments is not ["--head", var text] || Head(text) is null))
        {
            await errors.WriteLineAsync("Use verify-audit, or verify-audit --head PLACE:SEAL with a seal that the hub's log has named");
            return 2;
        }

        var found = await check.WalkAsync(arguments.Count > 0 ? Head(arguments[1]) : null, cancellation);
        if (found.Broken is { } broken)
        {
            await output.WriteLineAsync($"The audit trail is broken. {broken}. As far as place {found.Sealed} it holds");
            return 1;
        }

        await output.WriteLineAsync($"The audit trail is whole: {found.Sealed} lines to {found.Sealed}:{found.Head}{(found.Unsealed > 0 ? $"; {found.Unsealed} newer ones are not sealed yet" : "")}");
        return 0;
    }

    private static (long Place, string Seal)? Head(string text) =>
        text.Split(':') is [var place, { Length: 64 } seal] && long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (number, seal.ToLowerInvariant()) : null;
}
