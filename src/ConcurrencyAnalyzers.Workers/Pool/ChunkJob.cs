using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>What came of a chunk of inputs.</summary>
/// <param name="Values">The results of the first inputs; of all of them when nothing failed and they did not take too long.</param>
/// <param name="Failure">What the next input threw.</param>
/// <param name="Nanoseconds">How long one input took in the mean.</param>
/// <param name="Bytes">How many bytes the answer had.</param>
internal sealed record ChunkResult<TResult>(ArraySegment<TResult> Values, Exception? Failure, int Nanoseconds, int Bytes);

/// <summary>A job that runs a method for many inputs.</summary>
internal sealed class ChunkJob<TResult>(
    Call call, int inputs, ArraySegment<TResult> destination, WireCodec codec, JobRules rules, CancellationToken cancellationToken)
    : Job<ChunkResult<TResult>>(call, codec, rules, cancellationToken)
{
    public override bool GoesAhead => true;

    protected override ChunkResult<TResult> Read(ref PayloadReader payload) => ReadAnswer(Codec, ref payload, inputs, destination);

    /// <summary>Throws <see cref="InvalidDataException"/> for what is no answer to so many inputs.</summary>
    public static ChunkResult<TResult> ReadAnswer(WireCodec codec, ref PayloadReader payload, int inputs, ArraySegment<TResult> destination = default)
    {
        var bytes = payload.Remaining;
        var kind = payload.ReadByte();
        var nanoseconds = payload.ReadInt32();
        var values = ChunkFormat.Read(codec, ref payload, inputs, destination);
        var failure = kind == ChunkFormat.Failed ? RemoteError.Read(payload) : null;
        if (failure is null)
            payload.ExpectEnd();
        // Progress is certain: each answer has a result or an end.
        if (kind > ChunkFormat.Failed || nanoseconds < 0 || (kind == ChunkFormat.Whole) != (values.Count == inputs) || (values.Count == 0 && failure is null))
            throw new InvalidDataException("The answer to a chunk does not fit it.");
        return new ChunkResult<TResult>(values, failure, nanoseconds, bytes);
    }
}
