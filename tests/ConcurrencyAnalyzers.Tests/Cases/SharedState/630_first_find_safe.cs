// Who finds something says so; the others leave early where they can. What each counts, and gives back, it does in any case.
using System;
using System.Buffers;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace FirstFind;

public sealed class Search(Func<string, byte[], bool> scan)
{
    private volatile bool _found;
    private int _tried;

    public int Tried => Volatile.Read(ref _tried);

    public bool Run(IReadOnlyList<string> files)
    {
        Parallel.ForEach(files, file =>
        {
            if (_found)
                return;
            Interlocked.Increment(ref _tried);
            var buffer = ArrayPool<byte>.Shared.Rent(4096);
            try
            {
                if (scan(file, buffer))
                    _found = true;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        });
        return _found;
    }

    public bool Count(IReadOnlyList<string> files, CountdownEvent open)
    {
        Parallel.ForEach(files, file =>
        {
            if (_found)
                return;
            if (scan(file, []))
                _found = true;
            open.Signal();
        });
        return _found;
    }
}
