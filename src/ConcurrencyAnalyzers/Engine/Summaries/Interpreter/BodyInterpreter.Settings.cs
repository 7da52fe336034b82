using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Parameters that choose what a body does: what stands in an arm of a test of theirs is not done by callers that hand in another constant.</summary>
internal sealed partial class BodyInterpreter
{
    private HashSet<string>? _changed;

    /// <summary>An arm of a test of such a parameter, or of a field that has its value since the object was made.</summary>
    private State Set(State state, Branch branch, int arm)
    {
        foreach (var compared in branch.Comparisons)
            if (compared.Arm == arm && compared.Subject is { } subject && (subject.IsLocal ? !subject.IsByRef && body.Parameters.Contains(subject) && !Changed.Contains(subject.Id) : body.Kind != BodyKind.Constructor))
                state = state with { Settings = state.Settings.Add(new(subject.Id, compared.Constant, compared.IsEqual) { Owner = subject.IsLocal || subject.IsStatic ? null : AccessPath.This, IsOfType = subject.IsStatic }) };
        return state;
    }

    /// <summary>What is started under settings is done under them.</summary>
    private static ImmutableArray<Effect> Set(ImmutableArray<Effect> effects, State state) => state.Settings.IsEmpty
        ? effects
        : effects.Select(effect => effect with { Settings = effect.Settings.Union(state.Settings) }).ToImmutableArray();

    /// <summary>Variables that get another value in this body; what is captured may get one elsewhere, which an access of it would tell.</summary>
    private HashSet<string> Changed => _changed ??= new(
        body.Root.All().Select(static node => node switch
        {
            Bind bind => bind.Variable.Id,
            Access { Place: Value.Local { Variable.Id: var id }, Kind: var kind } when (kind & AccessKind.Write) != 0 => id,
            _ => "",
        }).Concat(body.Root.All().OfType<Call>().SelectMany(static call => call.Arguments).Select(static argument => argument is { IsByRef: true, Value: Value.Local { Variable.Id: var id } } ? id : "")),
        StringComparer.Ordinal);

    private sealed partial class Renaming
    {
        /// <summary>The call hands in a constant that rules out what is done under these settings.</summary>
        public bool RulesOut(ImmutableHashSet<Setting> settings)
        {
            if (settings.IsEmpty)
                return false;
            foreach (var setting in settings)
                if (Handed(setting) is Value.Constant { Text: var handed } && !setting.Allows(handed))
                    return true;
            return false;
        }

        /// <summary>Settings of the callee that are handed on from parameters of this body.</summary>
        public ImmutableHashSet<Setting> RenameSettings(ImmutableHashSet<Setting> settings)
        {
            if (settings.IsEmpty || IsIdentity)
                return settings;
            var renamed = Setting.None;
            foreach (var setting in settings)
            {
                if (!(_settings ??= []).TryGetValue(setting, out var known))
                    _settings[setting] = known = Rename(setting);
                if (known is not null)
                    renamed = renamed.Add(known);
            }

            return renamed;
        }

        /// <summary>Many effects come with the same: each is renamed once.</summary>
        private Dictionary<Setting, Setting?>? _settings;

        private Setting? Rename(Setting setting)
        {
            if (setting.IsOfType)
                return setting;
            if (setting.Owner is { } holder)
                return Rename(holder) is { } renamedHolder ? setting with { Owner = renamedHolder } : null;
            var handed = Handed(setting);
            if (handed is Value.Local { Variable: var passed } && owner.Body.Parameters.Contains(passed) && !owner.Changed.Contains(passed.Id))
                return setting with { Subject = passed.Id };
            if (handed is Value.IsNull { Parameter: var tested, IsEqual: var isNull } && setting.Flag is { } flag && !owner.Changed.Contains(tested.Id))
                return new(tested.Id, Setting.Null, flag == isNull);
            var isParameter = callee.Body.Parameters.Any(parameter => parameter.Id == setting.Subject);
            if (setting.Constant == Setting.Null && !IsStart && (call.Method.IsSource || call.IsDelegateCall) && owner._loopDepth == 0 && (setting.IsOfCall || isParameter))
                return setting with { Subject = $"{owner.Body.Id}@{call.Span.Start}@{setting.Subject}", IsOfCall = true };
            return isClosure && !isParameter ? setting : null;
        }

        private Value Handed(Setting setting)
        {
            if (IsStart || !call.Method.IsSource && !call.IsDelegateCall || receiver is not null && !isClosure && callee.Body.IsStatic)
                return Value.Unknown;
            for (var i = 0; i < callee.Body.Parameters.Length; i++)
                if (callee.Body.Parameters[i].Id == setting.Subject)
                    return call.Argument(i);
            return Value.Unknown;
        }
    }
}
