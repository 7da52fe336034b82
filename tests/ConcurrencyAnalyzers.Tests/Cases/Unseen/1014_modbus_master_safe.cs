using System.Buffers.Binary;

namespace Industrial.Modbus;

public sealed class ModbusException(byte code) : Exception($"modbus exception {code}")
{
    public byte Code => code;
}

public sealed class ModbusMaster(Stream link) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly byte[] _frame = new byte[260];
    private ushort _transaction;
    private int _errors;

    public int Errors => Volatile.Read(ref _errors);

    public async Task<ushort[]> ReadHoldingAsync(byte unit, ushort start, ushort count, CancellationToken ct = default)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            int length = WriteHeader(unit, 3, start, count);
            await link.WriteAsync(_frame.AsMemory(0, length), ct).ConfigureAwait(false);
            int received = await ReadReplyAsync(ct).ConfigureAwait(false);
            var registers = new ushort[count];
            for (int i = 0; i < count && 9 + 2 * i + 2 <= received; i++)
            {
                registers[i] = BinaryPrimitives.ReadUInt16BigEndian(_frame.AsSpan(9 + 2 * i));
            }
            return registers;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task WriteSingleAsync(byte unit, ushort address, ushort value, CancellationToken ct = default)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            int length = WriteHeader(unit, 6, address, value);
            await link.WriteAsync(_frame.AsMemory(0, length), ct).ConfigureAwait(false);
            await ReadReplyAsync(ct).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private int WriteHeader(byte unit, byte function, ushort a, ushort b)
    {
        _transaction++;
        BinaryPrimitives.WriteUInt16BigEndian(_frame, _transaction);
        BinaryPrimitives.WriteUInt32BigEndian(_frame.AsSpan(2), 6);
        _frame[6] = unit;
        _frame[7] = function;
        BinaryPrimitives.WriteUInt16BigEndian(_frame.AsSpan(8), a);
        BinaryPrimitives.WriteUInt16BigEndian(_frame.AsSpan(10), b);
        return 12;
    }

    private async Task<int> ReadReplyAsync(CancellationToken ct)
    {
        await link.ReadExactlyAsync(_frame.AsMemory(0, 6), ct).ConfigureAwait(false);
        int body = BinaryPrimitives.ReadUInt16BigEndian(_frame.AsSpan(4));
        await link.ReadExactlyAsync(_frame.AsMemory(6, body), ct).ConfigureAwait(false);
        if ((_frame[7] & 0x80) != 0)
        {
            Interlocked.Increment(ref _errors);
            throw new ModbusException(_frame[8]);
        }
        return 6 + body;
    }

    public async ValueTask DisposeAsync()
    {
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await link.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }
}
