using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>
/// Names storage so that two bodies mean the same by the same name: inside a called method, its parameters and its
/// <c>this</c> go by what the caller passed.
/// </summary>
internal sealed class PlaceNames
{
    public static readonly PlaceNames Own = new("this", ImmutableDictionary<string, string?>.Empty);

    private readonly string? _this;
    private readonly ImmutableDictionary<string, string?> _parameters;

    private PlaceNames(string? @this, ImmutableDictionary<string, string?> parameters)
    {
        _this = @this;
        _parameters = parameters;
    }

    /// <summary>Null for what has no name: results of calls, and what is reached through them.</summary>
    public string? Of(Value? value) => value switch
    {
        null => "",
        Value.ThisValue => _this,
        Value.Local local => _parameters.TryGetValue(local.Variable.Id, out var passed) ? passed : local.Variable.Id,
        Value.Field { Facts.IsStatic: true } field => field.Facts.Id,
        Value.Field field => Of(field.Receiver) is { } receiver ? receiver + "." + field.Facts.Id : null,
        Value.Element element => Of(element.Container) is { } container ? container + "[]" : null,
        Value.Constant { Text.Length: > 0 } constant => "'" + constant.Text + "'",
        _ => null,
    };

    /// <summary>The names inside a method that is called from here.</summary>
    public PlaceNames Inside(Call call, BodyFacts callee)
    {
        var parameters = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        for (var i = 0; i < callee.Parameters.Length; i++)
            parameters[callee.Parameters[i].Id] = Of(call.Argument(i)) is { Length: > 0 } name ? name : null;
        return new(call.IsConstruction ? null : callee.IsStatic ? "" : Of(call.Receiver), parameters.ToImmutable());
    }

    /// <summary>The same where a new variable of the body goes by what it is initialised with.</summary>
    public PlaceNames With(Bind bind) =>
        bind.Value is Value.Local or Value.Field && Of(bind.Value) is { Length: > 0 } name ? new(_this, _parameters.SetItem(bind.Variable.Id, name)) : this;

    /// <summary>The same where the first parameter goes by what <c>Start</c> passes.</summary>
    public PlaceNames With(BodyFacts body, Value? state) =>
        body.Parameters.Length == 1 && Own.Of(state) is { Length: > 0 } passed ? new(_this, _parameters.SetItem(body.Parameters[0].Id, passed)) : this;

    /// <summary>The names inside a method that a thread runs on a receiver.</summary>
    public PlaceNames Inside(Value? receiver) => new(Of(receiver), ImmutableDictionary<string, string?>.Empty);
}
