using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EngagementHub.Core.Ui;

/// <summary>Lets pages bind a <see cref="DateOnly"/> to the three inputs of a date field.</summary>
public sealed class DateFieldBinderProvider : IModelBinderProvider
{
    /// <inheritdoc/>
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);

        return context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? new DateFieldBinder() : null;
    }
}
