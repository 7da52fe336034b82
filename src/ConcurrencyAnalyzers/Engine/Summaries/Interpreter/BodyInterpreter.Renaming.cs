using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

internal sealed partial class BodyInterpreter
{
    private Inquiry Asked => asked;

    private BodyFacts Body => body;

    /// <summary>Calls that gave a scheduler which runs tasks side by side.</summary>
    private readonly HashSet<int> _schedulers = [];

    private static readonly char[] s_steps = ['.', '[', '{'];

    /// <summary>Translates a callee's names to this body's: receiver, arguments, captured variables.</summary>
    private sealed partial class Renaming(BodyInterpreter owner, Summary callee, AccessPath? receiver, bool isClosure, IReadOnlyList<AbstractValue> arguments, Call call, State state)
    {

        /// <summary>What was renamed last, each with its new names behind it.</summary>
        private Surroundings?[]? _around;
        private int _nextAround;
        private Func<Step, Step>? _renameIndex;
        private ImmutableArray<Place> _trace;
        private ImmutableArray<Place> _longerTrace;
        private ImmutableHashSet<string>? _keys;
        private ImmutableHashSet<string> _renamedKeys = s_nothing;

        public Summary Callee => callee;

        /// <summary>The path names an object that is locked or signalled on, not the variable that holds it.</summary>
        public bool NamesObject { get; set; }

        /// <summary>The callee begins a flow of its own: its parameters differ from run to run.</summary>
        public bool IsStart { get; init; }

        /// <summary>Names are already this body's.</summary>
        public bool IsIdentity { get; init; }

        /// <summary>New names of objects that the callee made and put into what it gives out, by its own names of them.</summary>
        public Dictionary<string, AccessPath>? GivenOut
        {
            get;
            set
            {
                field = value;
                (_around, _settings) = (null, null);
            }
        }

        public Place Place { get; } = new(owner.Body.FilePath, call.NameSpan.IsEmpty ? call.Span : call.NameSpan);

        public State State => state;

        public AbstractValue Argument(FieldFacts parameter)
        {
            var index = callee.Body.Parameters.IndexOf(parameter);

            // An extension method that was made a delegate on an object: the object is its first argument.
            if (receiver is not null && !isClosure && callee.Body.IsStatic && index-- == 0)
                return AbstractValue.Of(receiver);
            return index >= 0 && index < arguments.Count ? arguments[index] : AbstractValue.Unknown;
        }

        /// <summary>Each run of the callee is given another of the objects that an argument can be.</summary>
        public bool AreItems { get; init; }

        /// <summary>The callee, or what it starts, runs once for each item.</summary>
        public bool TagsItems { get; set; }

        /// <summary>The objects that a path through a parameter leads to, where there is a run for each: those that have such a member.</summary>
        public IReadOnlyList<AccessPath>? ItemsBehind(AccessPath path) =>
            AreItems && path.Root == RootKind.Local && path.Steps is [{ Field: { } member }, ..] && callee.Body.Parameters.IndexOf(path.RootField!) >= 0 ? ItemsWith(member, path) : null;

        private IReadOnlyList<AccessPath>? ItemsWith(FieldFacts member, AccessPath path)
        {
            var objects = Argument(path.RootField!).Objects;
            if (objects.Count == 0 || objects.Any(static item => item is not { Root: RootKind.Object, Steps.IsEmpty: true }) || objects.Count == 1 && !owner._oneOff.Contains(objects[0].RootKey))
                return null;
            return objects.Where(item => owner.Asked.TypeOf(item) is not { } type || type == member.OwnerId || owner.Asked.Inherits(type, member.OwnerId)).ToArray();
        }

        /// <summary>The path through what fields are known to hold.</summary>
        public AccessPath Settle(AccessPath path) => Canonical(path);

        /// <summary>The path in this body's names, through what its fields are known to hold.</summary>
        public AccessPath? Rename(AccessPath path) => (IsIdentity ? path : Translate(path.HasElement ? path.WithIndexes(_renameIndex ??= IsStart ? RenameOwnIndex : RenameIndex) : path)) is { } translated ? Canonical(translated) : null;

        /// <summary>The object that a path leads to, for whoever is to run on it or to lock it.</summary>
        public AccessPath? RenameObject(AccessPath path)
        {
            NamesObject = true;
            var renamed = Rename(path);
            NamesObject = false;
            return renamed;
        }

        /// <summary>A slot that the callee names by its parameter is the one that the caller names by its argument.</summary>
        private Step RenameIndex(Step step)
        {
            if (step.Index is not (IndexShape.Parameter or IndexShape.Variable))
                return step;
            if (IndexNames.IsOfThis(step.IndexName))
                return RenameOwnIndex(step);
            if (IndexNames.IsRange(step.IndexName))
                return call.Touching?.Contains(step.IndexName) == true ? step with { Index = IndexShape.Any, IndexName = "" } : step with { IndexName = IndexNames.Computed("") };
            var variable = IndexNames.VariableOf(step.IndexName);
            for (var i = 0; i < callee.Body.Parameters.Length; i++)
                if (callee.Body.Parameters[i].Id == variable)
                    return Argued(step, call.Arguments.Any(argument => argument.Ordinal == i && argument.IsPart) ? Value.Unknown : call.Argument(i));
            return step;
        }

        /// <summary>A number that an object was made with goes by the object, where that is known: another object, another number.</summary>
        private Step RenameOwnIndex(Step step) => !IndexNames.IsOfThis(step.IndexName) || receiver is { Root: RootKind.This, Steps.IsEmpty: true } ? step
            : receiver is { Root: RootKind.Object or RootKind.Local, Steps.IsEmpty: true } ? step with { IndexName = receiver.RootKey }
            : step with { Index = IndexShape.Any, IndexName = "" };

        private Step Argued(Step step, Value argument) => argument switch
        {
            Value.Field { Receiver: Value.ThisValue, Facts: { IsReadOnly: true } or { Id: ['P', 'P', ..] } } and { Facts.Id: var own } when !step.IndexName.Contains("~") => step with { Index = IndexShape.Variable, IndexName = IndexNames.OfThis(own) },
            Value.Local { Variable: var passed } => step with { Index = owner.Body.Parameters.Contains(passed) ? IndexShape.Parameter : IndexShape.Variable, IndexName = IndexNames.Renamed(step.IndexName, owner.IsCounter(passed) ? HandedOn(passed.Id) : passed.Id) },
            Value.Constant { Text: var text } when !step.IndexName.Contains("~") => step with { Index = IndexShape.Constant, IndexName = text },
            _ => step with { Index = IndexShape.Any, IndexName = "" },
        };

        /// <summary>A lock on an object that the callee itself made, and did not give away, keeps nobody else out.</summary>
        public LockSet RenameLocks(LockSet locks)
        {
            if (locks.Held.IsEmpty)
                return locks;
            foreach (var held in locks.Held)
                if (held.Path.Root == RootKind.Object && Rename(held.Path) is null && SummaryTable.IsCreation(held.Path, callee.Body) || IsOwnItem(held.Path))
                    locks = locks.Remove(held.Path);
            var renamed = locks.Map(RenameLock);
            foreach (var held in locks.Held)
                if (NameToOthers(held.Path) is { } name)
                    renamed = renamed.Add(name, held.Mode);
            return renamed;
        }

        /// <summary>
        /// The field through which everybody else names the lock, where this body knows better which object the field holds.
        /// </summary>
        private AccessPath? NameToOthers(AccessPath path)
        {
            var renamed = RenameObject(path);
            return renamed is { Root: RootKind.This or RootKind.Static } && state.Heap.TryGetValue(renamed, out var held)
                && held.Single is { } target && (target.Root == RootKind.Object || target.Steps is [.., { Field.Id: ['M', ..] }]) ? renamed : null;
        }

        /// <summary>The item that one turn of a parallel loop was given: other turns lock other items.</summary>
        private bool IsOwnItem(AccessPath path) =>
            IsStart && call.Method.TypeId == "T:System.Threading.Tasks.Parallel" && path is { Root: RootKind.Local, RootField: { } item } && callee.Body.Parameters.Contains(item) && Argument(item).IsUnknown;

        /// <summary>The lock is the object that a field holds, not the field: two owners may have been given one lock.</summary>
        public AccessPath? RenameLock(AccessPath path)
        {
            var renamed = RenameObject(path);
            return renamed is not null && state.Heap.TryGetValue(renamed, out var held) && held.Single is { } target ? target : renamed;
        }

        private AccessPath Canonical(AccessPath path)
        {
            if (state.Heap.IsEmpty)
                return path;
            for (var depth = path.Steps.Length - 1; depth > 0; depth--)
            {
                var prefix = path.Prefix(depth);
                if (prefix.IsHandedOver)
                    continue;
                if (state.Heap.TryGetValue(prefix, out var held) && (held.Single ?? SetIfMissing(prefix, held)) is { } target && !target.Equals(prefix) && path.Rebase(target, depth) is { } better)
                    return better;
            }

            return path;
        }

        private AccessPath? Translate(AccessPath path)
        {
            switch (path.Root)
            {
                case RootKind.Static:
                    return path;
                case RootKind.This:
                    return receiver is null ? null : path.Rebase(receiver);
                case RootKind.Object:
                    if (callee.Result.Single is { Root: RootKind.Object, Steps.IsEmpty: true, RootId: var made } && made == path.RootId && callee.Body.Makes(made))
                        return call.Number == Unnumbered ? null : path.Rebase(owner.NewObject(call.Number));
                    if (GivenOut is not null && GivenOut.TryGetValue(path.RootId, out var name))
                        return path.Rebase(name);
                    if (SummaryTable.IsInstance(path) || path.RootId.StartsWith("type ", StringComparison.Ordinal))
                        return path;
                    return isClosure && !callee.Body.Makes(path.RootId) ? path : null;
                default:
                    return RenameLocal(path);
            }
        }

        /// <summary>The calls on the way, this one first. Effects that are reached one way share them.</summary>
        public ImmutableArray<Place> Lengthen(ImmutableArray<Place> trace)
        {
            if (trace.Length >= MaxTrace)
                return trace;
            if (trace != _trace)
                (_trace, _longerTrace) = (trace, trace.Insert(0, Place));
            return _longerTrace;
        }

        /// <summary>Effects share what holds around them: it is renamed once.</summary>
        public Surroundings RenameAround(Surroundings around)
        {
            if (around.NamesNothing)
                return around;
            _around ??= new Surroundings?[8];
            for (var i = 0; i < _around.Length; i += 2)
                if (ReferenceEquals(_around[i], around))
                    return _around[i + 1]!;
            var renamed = around with
            {
                Locks = RenameLocks(around.Locks),
                Joined = RenameKeys(around.Joined),
                Signalled = RenameKeys(around.Signalled),
                Claimed = RenameClaims(around.Claimed),
                Admitted = RenameClaims(around.Admitted),
                Settings = RenameSettings(around.Settings),
            };
            (_around[_nextAround], _around[_nextAround + 1]) = (around, renamed);
            _nextAround = (_nextAround + 2) % _around.Length;
            return renamed;
        }

        /// <summary>Effects share their sets of keys: each set is renamed once.</summary>
        public ImmutableHashSet<string> RenameKeys(ImmutableHashSet<string> keys)
        {
            if (keys.IsEmpty)
                return keys;
            if (ReferenceEquals(keys, _keys))
                return _renamedKeys;
            (_keys, _renamedKeys) = (keys, keys.Select(RenameKey).OfType<string>().ToImmutableHashSet(StringComparer.Ordinal));
            return _renamedKeys;
        }

        public ImmutableHashSet<Claim> RenameClaims(ImmutableHashSet<Claim> claims)
        {
            if (claims.IsEmpty)
                return claims;
            var renamed = Claim.None;
            foreach (var claim in claims)
                if (RenameKey(claim.Flag) is { } flag && RenameKey(claim.Lock) is { } guard)
                    renamed = renamed.Add(claim with { Flag = flag, Lock = guard });
            return renamed;
        }

        /// <summary>The key in this body's names; a callee that was handed one end of a channel means the whole.</summary>
        public string? RenameKey(string key)
        {
            var renamed = Renamed(key);
            return renamed?.LastIndexOf(Channel, StringComparison.Ordinal) is >= 0 and var end && renamed.IndexOf('.', end + Channel.Length) < 0 ? renamed.Substring(0, end) : renamed;
        }

        private const string Channel = ".M:System.Threading.Channels.Channel`2.get_";

        private string? Renamed(string key) =>
            key.StartsWith("this", StringComparison.Ordinal) ? receiver is null ? null : receiver.Key + key.Substring(4)
            : key.StartsWith("static ", StringComparison.Ordinal) ? key
            : callee.Body.Parameters.FirstOrDefault(parameter => IsUnder(key, parameter.Id)) is { } parameter ? Argument(parameter).Single is { } argument ? argument.Key + key.Substring(parameter.Id.Length) : null
            : Frame is not null && !key.StartsWith("new ", StringComparison.Ordinal) && !owner.Declares(RootOf(key)) ? Frame.Key + "." + key
            : (isClosure || Frame is not null) && !key.StartsWith("new " + callee.Body.Id + "!", StringComparison.Ordinal) ? RenameClosureKey(key)
            : null;

        private static bool IsUnder(string key, string root) => key.StartsWith(root, StringComparison.Ordinal) && (key.Length == root.Length || Array.IndexOf(s_steps, key[root.Length]) >= 0);

        private static string RootOf(string key) => key.IndexOfAny(s_steps, key.IndexOf('@') + 1) is >= 0 and var end ? key.Substring(0, end) : key;

        /// <summary>A captured variable keeps its name; what it holds is better named by where it came from.</summary>
        private string RenameClosureKey(string key)
        {
            var root = RootOf(key);
            var end = root.Length == key.Length ? -1 : root.Length;
            return state.Variables.TryGetValue(root, out var held) && held.Single is { } target ? target.Key + (end < 0 ? "" : key.Substring(end)) : key;
        }

        /// <summary>What stands for the run whose variables the callee has captured; null where they are this body's.</summary>
        public AccessPath? Frame { get; init; }

        private AccessPath? RenameLocal(AccessPath path)
        {
            var variable = path.RootField!;
            if (callee.Body.Parameters.Contains(variable))
                return (!path.Steps.IsEmpty || NamesObject || variable.IsByRef) && Argument(variable).Single is { } argument ? path.Rebase(argument) : null;
            if (!isClosure && Frame is null || owner.Asked.DeclaredIn(callee.Body).Contains(variable.Id))
                return null;
            if (Frame is not null && !owner.Declares(variable.Id))
                return Frame.Field(variable) is { } place ? path.Rebase(place) : null;

            // The variable itself is shared; what it refers to is better named by where it came from.
            return (!path.Steps.IsEmpty || NamesObject) && variable.IsReferenceType && state.Variables.TryGetValue(variable.Id, out var held) && held.Single is { } target
                ? path.Rebase(target)
                : path;
        }
    }
}
