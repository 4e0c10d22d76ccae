using Microsoft.AspNetCore.Http;

namespace EngagementHub.Core.Web.Shared;

/// <summary>Present while a page is made that all readers of one kind shall share. Parts of the page that would say who reads say less instead; where one asks who reads all the same, the page is not shared.</summary>
public sealed class SharedReading
{
    /// <summary>Whether the readers of this kind are signed in.</summary>
    public required bool IsSignedIn { get; init; }

    /// <summary>Whether something on the page depends on who reads.</summary>
    public bool IsPersonal { get; private set; }

    /// <summary>Where the page is written until it is whole.</summary>
    internal MemoryStream? Body { get; init; }

    /// <summary>The reading that is under way, or nothing on a page of one reader's own.</summary>
    public static SharedReading? Of(HttpContext? context) => context?.Features.Get<SharedReading>();

    /// <summary>Says that the page depends on who reads, so that nobody else is given it.</summary>
    public void BecomePersonal() => IsPersonal = true;

    /// <summary>Throws away what was written: the page is made once more.</summary>
    internal void BeginAgain() => Body?.SetLength(0);
}
