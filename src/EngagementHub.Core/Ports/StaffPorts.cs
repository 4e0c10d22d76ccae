namespace EngagementHub.Core.Ports;

/// <summary>What other modules may know of a member of staff.</summary>
/// <param name="Id">The person.</param>
/// <param name="UserName">The short name recipes and sign-in use.</param>
/// <param name="Name">The name readers see.</param>
/// <param name="Title">The post the person holds, as signed under answers.</param>
/// <param name="Mail">Where mail goes; nothing when the person has none.</param>
/// <param name="IsActive">Whether the person still works here.</param>
/// <param name="Roles">The roles the person holds today.</param>
public sealed record StaffCard(StaffId Id, string UserName, string Name, string Title, string? Mail, bool IsActive, IReadOnlyList<string> Roles);

/// <summary>The person behind the request, if anybody is signed in.</summary>
public interface ICurrentStaff
{
    /// <summary>The person, or nothing for a reader who is not signed in.</summary>
    StaffId? IdOrNone { get; }

    /// <summary>The person.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in; the page's policy should have refused before.</exception>
    StaffId Id { get; }

    /// <summary>Whether the page is made for any reader without a role or duty: nobody's own rights need be asked then, and asking them would make the page one person's own.</summary>
    bool IsAnyReader => false;

    /// <summary>The person's card, or nothing when nobody is signed in or the person has left.</summary>
    Task<StaffCard?> CardAsync();

    /// <summary>Whether the person holds the permission now.</summary>
    Task<bool> MayAsync(string permission);

    /// <summary>Whether the session that the request came with still holds: a stream outlives its request's beginning, and must not outlive the session.</summary>
    Task<bool> IsStillSignedInAsync() => Task.FromResult(true);
}

/// <summary>Everyone who works here.</summary>
public interface IStaffDirectory
{
    /// <summary>The card of one person, or nothing.</summary>
    Task<StaffCard?> FindAsync(StaffId id, CancellationToken cancellation = default);

    /// <summary>The card of the person with that user name, compared without case, or nothing.</summary>
    Task<StaffCard?> FindByUserNameAsync(string userName, CancellationToken cancellation = default);

    /// <summary>The cards of several people; those unknown are missing.</summary>
    Task<IReadOnlyDictionary<StaffId, StaffCard>> CardsAsync(IEnumerable<StaffId> ids, CancellationToken cancellation = default);

    /// <summary>Everyone active, by name.</summary>
    Task<IReadOnlyList<StaffCard>> AllAsync(CancellationToken cancellation = default);

    /// <summary>Everyone there ever was, also who has left, by name.</summary>
    Task<IReadOnlyList<StaffCard>> EverybodyAsync(CancellationToken cancellation = default) => AllAsync(cancellation);

    /// <summary>Everyone active who holds the permission.</summary>
    Task<IReadOnlyList<StaffCard>> HoldingAsync(string permission, CancellationToken cancellation = default);
}
