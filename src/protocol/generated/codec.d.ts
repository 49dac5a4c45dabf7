// Generated from proto/arqonbus/v1 by scripts/generate-protocol.mjs. Do not edit.
import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace arqonbus. */
export namespace arqonbus {

    /** Namespace v1. */
    namespace v1 {

        /** ClientType enum. */
        enum ClientType {

            /** CLIENT_TYPE_UNSPECIFIED value */
            CLIENT_TYPE_UNSPECIFIED = 0,

            /** HUMAN value */
            HUMAN = 1,

            /** AI_AGENT value */
            AI_AGENT = 2,

            /** DASHBOARD value */
            DASHBOARD = 3,

            /** SERVICE value */
            SERVICE = 4
        }

        /** Durability enum. */
        enum Durability {

            /** NONE value */
            NONE = 0,

            /** MEMORY value */
            MEMORY = 1,

            /** STORED value */
            STORED = 2
        }

        /**
         * Properties of a Hello.
         * @deprecated Use arqonbus.v1.Hello.$Properties instead.
         */
        interface IHello extends arqonbus.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello clientType. */
            clientType: arqonbus.v1.ClientType;

            /** Hello screenName. */
            screenName: string;

            /** Hello capabilities. */
            capabilities: string[];

            /** Hello sdk. */
            sdk: string;

            /** Hello features. */
            features: string[];

            /** Hello token. */
            token: string;

            /**
             * Creates a new Hello instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Hello instance
             */
            static create(properties: arqonbus.v1.Hello.$Shape): arqonbus.v1.Hello & arqonbus.v1.Hello.$Shape;
            static create(properties?: arqonbus.v1.Hello.$Properties): arqonbus.v1.Hello;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link arqonbus.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Hello & arqonbus.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Hello & arqonbus.v1.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello clientType */
                clientType?: (arqonbus.v1.ClientType|null);

                /** Hello screenName */
                screenName?: (string|null);

                /** Hello capabilities */
                capabilities?: (string[]|null);

                /** Hello sdk */
                sdk?: (string|null);

                /** Hello features */
                features?: (string[]|null);

                /** Hello token */
                token?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = arqonbus.v1.Hello.$Properties;
        }

        /**
         * Properties of a Welcome.
         * @deprecated Use arqonbus.v1.Welcome.$Properties instead.
         */
        interface IWelcome extends arqonbus.v1.Welcome.$Properties {
        }

        /** Represents a Welcome. */
        class Welcome {

            /**
             * Constructs a new Welcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Welcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Welcome clientId. */
            clientId: string;

            /** Welcome tenant. */
            tenant: string;

            /** Welcome subject. */
            subject: string;

            /** Welcome grants. */
            grants?: (arqonbus.v1.Grants.$Properties|null);

            /** Welcome limits. */
            limits?: (arqonbus.v1.Limits.$Properties|null);

            /** Welcome durability. */
            durability: arqonbus.v1.Durability;

            /** Welcome durabilityNote. */
            durabilityNote: string;

            /** Welcome features. */
            features: string[];

            /** Welcome protocolVersion. */
            protocolVersion: string;

            /** Welcome serverVersion. */
            serverVersion: string;

            /** Welcome pingIntervalMs. */
            pingIntervalMs: number;

            /** Welcome pongDeadlineMs. */
            pongDeadlineMs: number;

            /** Welcome expiresAtMs. */
            expiresAtMs: number;

            /** Welcome bootId. */
            bootId: string;

            /**
             * Creates a new Welcome instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Welcome instance
             */
            static create(properties: arqonbus.v1.Welcome.$Shape): arqonbus.v1.Welcome & arqonbus.v1.Welcome.$Shape;
            static create(properties?: arqonbus.v1.Welcome.$Properties): arqonbus.v1.Welcome;

            /**
             * Encodes the specified Welcome message. Does not implicitly {@link arqonbus.v1.Welcome.verify|verify} messages.
             * @param message Welcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Welcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Welcome & arqonbus.v1.Welcome.$Shape} Welcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Welcome & arqonbus.v1.Welcome.$Shape;
        }

        namespace Welcome {

            /** Properties of a Welcome. */
            interface $Properties {

                /** Welcome clientId */
                clientId?: (string|null);

                /** Welcome tenant */
                tenant?: (string|null);

                /** Welcome subject */
                subject?: (string|null);

                /** Welcome grants */
                grants?: (arqonbus.v1.Grants.$Properties|null);

                /** Welcome limits */
                limits?: (arqonbus.v1.Limits.$Properties|null);

                /** Welcome durability */
                durability?: (arqonbus.v1.Durability|null);

                /** Welcome durabilityNote */
                durabilityNote?: (string|null);

                /** Welcome features */
                features?: (string[]|null);

                /** Welcome protocolVersion */
                protocolVersion?: (string|null);

                /** Welcome serverVersion */
                serverVersion?: (string|null);

                /** Welcome pingIntervalMs */
                pingIntervalMs?: (number|null);

                /** Welcome pongDeadlineMs */
                pongDeadlineMs?: (number|null);

                /** Welcome expiresAtMs */
                expiresAtMs?: (number|null);

                /** Welcome bootId */
                bootId?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Welcome. */
            type $Shape = arqonbus.v1.Welcome.$Properties;
        }

        /**
         * Properties of a Grants.
         * @deprecated Use arqonbus.v1.Grants.$Properties instead.
         */
        interface IGrants extends arqonbus.v1.Grants.$Properties {
        }

        /** Represents a Grants. */
        class Grants {

            /**
             * Constructs a new Grants.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Grants.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Grants publish. */
            publish: string[];

            /** Grants subscribe. */
            subscribe: string[];

            /** Grants history. */
            history: string[];

            /** Grants create. */
            create: string[];

            /** Grants command. */
            command: string[];

            /**
             * Creates a new Grants instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Grants instance
             */
            static create(properties: arqonbus.v1.Grants.$Shape): arqonbus.v1.Grants & arqonbus.v1.Grants.$Shape;
            static create(properties?: arqonbus.v1.Grants.$Properties): arqonbus.v1.Grants;

            /**
             * Encodes the specified Grants message. Does not implicitly {@link arqonbus.v1.Grants.verify|verify} messages.
             * @param message Grants message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Grants.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Grants message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Grants & arqonbus.v1.Grants.$Shape} Grants
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Grants & arqonbus.v1.Grants.$Shape;
        }

        namespace Grants {

            /** Properties of a Grants. */
            interface $Properties {

                /** Grants publish */
                publish?: (string[]|null);

                /** Grants subscribe */
                subscribe?: (string[]|null);

                /** Grants history */
                history?: (string[]|null);

                /** Grants create */
                create?: (string[]|null);

                /** Grants command */
                command?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Grants. */
            type $Shape = arqonbus.v1.Grants.$Properties;
        }

        /**
         * Properties of a Limits.
         * @deprecated Use arqonbus.v1.Limits.$Properties instead.
         */
        interface ILimits extends arqonbus.v1.Limits.$Properties {
        }

        /** Represents a Limits. */
        class Limits {

            /**
             * Constructs a new Limits.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Limits.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Limits payloadBytesMax. */
            payloadBytesMax: number;

            /** Limits frameBytesMax. */
            frameBytesMax: number;

            /** Limits envelopesPerFrameMax. */
            envelopesPerFrameMax: number;

            /** Limits subscriptionsMax. */
            subscriptionsMax: number;

            /** Limits historyPageMax. */
            historyPageMax: number;

            /** Limits maxHops. */
            maxHops: number;

            /**
             * Creates a new Limits instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Limits instance
             */
            static create(properties: arqonbus.v1.Limits.$Shape): arqonbus.v1.Limits & arqonbus.v1.Limits.$Shape;
            static create(properties?: arqonbus.v1.Limits.$Properties): arqonbus.v1.Limits;

            /**
             * Encodes the specified Limits message. Does not implicitly {@link arqonbus.v1.Limits.verify|verify} messages.
             * @param message Limits message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Limits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Limits message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Limits & arqonbus.v1.Limits.$Shape} Limits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Limits & arqonbus.v1.Limits.$Shape;
        }

        namespace Limits {

            /** Properties of a Limits. */
            interface $Properties {

                /** Limits payloadBytesMax */
                payloadBytesMax?: (number|null);

                /** Limits frameBytesMax */
                frameBytesMax?: (number|null);

                /** Limits envelopesPerFrameMax */
                envelopesPerFrameMax?: (number|null);

                /** Limits subscriptionsMax */
                subscriptionsMax?: (number|null);

                /** Limits historyPageMax */
                historyPageMax?: (number|null);

                /** Limits maxHops */
                maxHops?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Limits. */
            type $Shape = arqonbus.v1.Limits.$Properties;
        }

        /**
         * Properties of an Ack.
         * @deprecated Use arqonbus.v1.Ack.$Properties instead.
         */
        interface IAck extends arqonbus.v1.Ack.$Properties {
        }

        /** Represents an Ack. */
        class Ack {

            /**
             * Constructs a new Ack.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Ack.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Ack sequence. */
            sequence: number;

            /** Ack epoch. */
            epoch: number;

            /** Ack durability. */
            durability: arqonbus.v1.Durability;

            /** Ack duplicate. */
            duplicate: boolean;

            /**
             * Creates a new Ack instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Ack instance
             */
            static create(properties: arqonbus.v1.Ack.$Shape): arqonbus.v1.Ack & arqonbus.v1.Ack.$Shape;
            static create(properties?: arqonbus.v1.Ack.$Properties): arqonbus.v1.Ack;

            /**
             * Encodes the specified Ack message. Does not implicitly {@link arqonbus.v1.Ack.verify|verify} messages.
             * @param message Ack message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Ack.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Ack message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Ack & arqonbus.v1.Ack.$Shape} Ack
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Ack & arqonbus.v1.Ack.$Shape;
        }

        namespace Ack {

            /** Properties of an Ack. */
            interface $Properties {

                /** Ack sequence */
                sequence?: (number|null);

                /** Ack epoch */
                epoch?: (number|null);

                /** Ack durability */
                durability?: (arqonbus.v1.Durability|null);

                /** Ack duplicate */
                duplicate?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Ack. */
            type $Shape = arqonbus.v1.Ack.$Properties;
        }

        /**
         * Properties of an Error.
         * @deprecated Use arqonbus.v1.Error.$Properties instead.
         */
        interface IError extends arqonbus.v1.Error.$Properties {
        }

        /** Represents an Error. */
        class Error {

            /**
             * Constructs a new Error.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Error.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Error code. */
            code: arqonbus.v1.ErrorCode;

            /** Error name. */
            name: string;

            /** Error message. */
            message: string;

            /** Error retry. */
            retry: arqonbus.v1.Retry;

            /** Error retryAfterMs. */
            retryAfterMs: number;

            /** Error field. */
            field: string;

            /** Error envelopeIndex. */
            envelopeIndex?: (number|null);

            /**
             * Creates a new Error instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Error instance
             */
            static create(properties: arqonbus.v1.Error.$Shape): arqonbus.v1.Error & arqonbus.v1.Error.$Shape;
            static create(properties?: arqonbus.v1.Error.$Properties): arqonbus.v1.Error;

            /**
             * Encodes the specified Error message. Does not implicitly {@link arqonbus.v1.Error.verify|verify} messages.
             * @param message Error message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Error.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Error message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Error & arqonbus.v1.Error.$Shape} Error
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Error & arqonbus.v1.Error.$Shape;
        }

        namespace Error {

            /** Properties of an Error. */
            interface $Properties {

                /** Error code */
                code?: (arqonbus.v1.ErrorCode|null);

                /** Error name */
                name?: (string|null);

                /** Error message */
                message?: (string|null);

                /** Error retry */
                retry?: (arqonbus.v1.Retry|null);

                /** Error retryAfterMs */
                retryAfterMs?: (number|null);

                /** Error field */
                field?: (string|null);

                /** Error envelopeIndex */
                envelopeIndex?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Error. */
            type $Shape = arqonbus.v1.Error.$Properties;
        }

        /** GapReason enum. */
        enum GapReason {

            /** GAP_REASON_UNSPECIFIED value */
            GAP_REASON_UNSPECIFIED = 0,

            /** TRIMMED value */
            TRIMMED = 1,

            /** EXPIRED value */
            EXPIRED = 2,

            /** CONFLATED value */
            CONFLATED = 3,

            /** EPOCH_CHANGED value */
            EPOCH_CHANGED = 4,

            /** CHANNEL_DELETED value */
            CHANNEL_DELETED = 5
        }

        /**
         * Properties of a Gap.
         * @deprecated Use arqonbus.v1.Gap.$Properties instead.
         */
        interface IGap extends arqonbus.v1.Gap.$Properties {
        }

        /** Represents a Gap. */
        class Gap {

            /**
             * Constructs a new Gap.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Gap.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Gap from. */
            from: number;

            /** Gap to. */
            to: number;

            /** Gap reason. */
            reason: arqonbus.v1.GapReason;

            /** Gap epoch. */
            epoch: number;

            /**
             * Creates a new Gap instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Gap instance
             */
            static create(properties: arqonbus.v1.Gap.$Shape): arqonbus.v1.Gap & arqonbus.v1.Gap.$Shape;
            static create(properties?: arqonbus.v1.Gap.$Properties): arqonbus.v1.Gap;

            /**
             * Encodes the specified Gap message. Does not implicitly {@link arqonbus.v1.Gap.verify|verify} messages.
             * @param message Gap message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Gap.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Gap message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Gap & arqonbus.v1.Gap.$Shape} Gap
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Gap & arqonbus.v1.Gap.$Shape;
        }

        namespace Gap {

            /** Properties of a Gap. */
            interface $Properties {

                /** Gap from */
                from?: (number|null);

                /** Gap to */
                to?: (number|null);

                /** Gap reason */
                reason?: (arqonbus.v1.GapReason|null);

                /** Gap epoch */
                epoch?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Gap. */
            type $Shape = arqonbus.v1.Gap.$Properties;
        }

        /**
         * Properties of a GoAway.
         * @deprecated Use arqonbus.v1.GoAway.$Properties instead.
         */
        interface IGoAway extends arqonbus.v1.GoAway.$Properties {
        }

        /** Represents a GoAway. */
        class GoAway {

            /**
             * Constructs a new GoAway.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.GoAway.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GoAway reason. */
            reason: string;

            /** GoAway deadlineMs. */
            deadlineMs: number;

            /** GoAway retryMinMs. */
            retryMinMs: number;

            /** GoAway retryMaxMs. */
            retryMaxMs: number;

            /**
             * Creates a new GoAway instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GoAway instance
             */
            static create(properties: arqonbus.v1.GoAway.$Shape): arqonbus.v1.GoAway & arqonbus.v1.GoAway.$Shape;
            static create(properties?: arqonbus.v1.GoAway.$Properties): arqonbus.v1.GoAway;

            /**
             * Encodes the specified GoAway message. Does not implicitly {@link arqonbus.v1.GoAway.verify|verify} messages.
             * @param message GoAway message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.GoAway.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GoAway message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.GoAway & arqonbus.v1.GoAway.$Shape} GoAway
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.GoAway & arqonbus.v1.GoAway.$Shape;
        }

        namespace GoAway {

            /** Properties of a GoAway. */
            interface $Properties {

                /** GoAway reason */
                reason?: (string|null);

                /** GoAway deadlineMs */
                deadlineMs?: (number|null);

                /** GoAway retryMinMs */
                retryMinMs?: (number|null);

                /** GoAway retryMaxMs */
                retryMaxMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GoAway. */
            type $Shape = arqonbus.v1.GoAway.$Properties;
        }

        /**
         * Properties of a Member.
         * @deprecated Use arqonbus.v1.Member.$Properties instead.
         */
        interface IMember extends arqonbus.v1.Member.$Properties {
        }

        /** Represents a Member. */
        class Member {

            /**
             * Constructs a new Member.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Member.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Member clientId. */
            clientId: string;

            /** Member clientType. */
            clientType: arqonbus.v1.ClientType;

            /** Member screenName. */
            screenName: string;

            /** Member capabilities. */
            capabilities: string[];

            /** Member subject. */
            subject: string;

            /**
             * Creates a new Member instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Member instance
             */
            static create(properties: arqonbus.v1.Member.$Shape): arqonbus.v1.Member & arqonbus.v1.Member.$Shape;
            static create(properties?: arqonbus.v1.Member.$Properties): arqonbus.v1.Member;

            /**
             * Encodes the specified Member message. Does not implicitly {@link arqonbus.v1.Member.verify|verify} messages.
             * @param message Member message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Member.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Member message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Member & arqonbus.v1.Member.$Shape} Member
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Member & arqonbus.v1.Member.$Shape;
        }

        namespace Member {

            /** Properties of a Member. */
            interface $Properties {

                /** Member clientId */
                clientId?: (string|null);

                /** Member clientType */
                clientType?: (arqonbus.v1.ClientType|null);

                /** Member screenName */
                screenName?: (string|null);

                /** Member capabilities */
                capabilities?: (string[]|null);

                /** Member subject */
                subject?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Member. */
            type $Shape = arqonbus.v1.Member.$Properties;
        }

        /**
         * Properties of a PresenceEvent.
         * @deprecated Use arqonbus.v1.PresenceEvent.$Properties instead.
         */
        interface IPresenceEvent extends arqonbus.v1.PresenceEvent.$Properties {
        }

        /** Represents a PresenceEvent. */
        class PresenceEvent {

            /**
             * Constructs a new PresenceEvent.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.PresenceEvent.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PresenceEvent joined. */
            joined: arqonbus.v1.Member.$Properties[];

            /** PresenceEvent left. */
            left: string[];

            /**
             * Creates a new PresenceEvent instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PresenceEvent instance
             */
            static create(properties: arqonbus.v1.PresenceEvent.$Shape): arqonbus.v1.PresenceEvent & arqonbus.v1.PresenceEvent.$Shape;
            static create(properties?: arqonbus.v1.PresenceEvent.$Properties): arqonbus.v1.PresenceEvent;

            /**
             * Encodes the specified PresenceEvent message. Does not implicitly {@link arqonbus.v1.PresenceEvent.verify|verify} messages.
             * @param message PresenceEvent message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.PresenceEvent.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PresenceEvent message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.PresenceEvent & arqonbus.v1.PresenceEvent.$Shape} PresenceEvent
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.PresenceEvent & arqonbus.v1.PresenceEvent.$Shape;
        }

        namespace PresenceEvent {

            /** Properties of a PresenceEvent. */
            interface $Properties {

                /** PresenceEvent joined */
                joined?: (arqonbus.v1.Member.$Properties[]|null);

                /** PresenceEvent left */
                left?: (string[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PresenceEvent. */
            type $Shape = arqonbus.v1.PresenceEvent.$Properties;
        }

        /** Retry enum. */
        enum Retry {

            /** NEVER value */
            NEVER = 0,

            /** RETRY value */
            RETRY = 1,

            /** AFTER_REAUTH value */
            AFTER_REAUTH = 2,

            /** RESYNC value */
            RESYNC = 3
        }

        /** ErrorCode enum. */
        enum ErrorCode {

            /** ERROR_CODE_UNSPECIFIED value */
            ERROR_CODE_UNSPECIFIED = 0,

            /** MALFORMED_FRAME value */
            MALFORMED_FRAME = 1,

            /** MALFORMED_ENVELOPE value */
            MALFORMED_ENVELOPE = 2,

            /** MISSING_FIELD value */
            MISSING_FIELD = 3,

            /** REPEATED_FIELD value */
            REPEATED_FIELD = 4,

            /** FORBIDDEN_FIELD value */
            FORBIDDEN_FIELD = 5,

            /** UNKNOWN_TYPE value */
            UNKNOWN_TYPE = 6,

            /** UNSUPPORTED_VERSION value */
            UNSUPPORTED_VERSION = 7,

            /** INVALID_IDENTIFIER value */
            INVALID_IDENTIFIER = 8,

            /** PAYLOAD_TOO_LARGE value */
            PAYLOAD_TOO_LARGE = 9,

            /** TOO_MANY_ENVELOPES value */
            TOO_MANY_ENVELOPES = 10,

            /** TOO_MANY_ERRORS value */
            TOO_MANY_ERRORS = 11,

            /** INVALID_ARGUMENT value */
            INVALID_ARGUMENT = 12,

            /** TEXT_NOT_SUPPORTED value */
            TEXT_NOT_SUPPORTED = 13,

            /** UNAUTHENTICATED value */
            UNAUTHENTICATED = 20,

            /** PERMISSION_DENIED value */
            PERMISSION_DENIED = 21,

            /** CREDENTIAL_EXPIRED value */
            CREDENTIAL_EXPIRED = 22,

            /** ALREADY_WELCOMED value */
            ALREADY_WELCOMED = 23,

            /** COMMAND_DISABLED value */
            COMMAND_DISABLED = 24,

            /** NOT_FOUND value */
            NOT_FOUND = 30,

            /** ALREADY_EXISTS value */
            ALREADY_EXISTS = 31,

            /** NOT_JOINED value */
            NOT_JOINED = 32,

            /** GROUP_CONFLICT value */
            GROUP_CONFLICT = 33,

            /** NO_RESPONDER value */
            NO_RESPONDER = 34,

            /** DEADLINE_EXCEEDED value */
            DEADLINE_EXCEEDED = 35,

            /** HOP_LIMIT_EXCEEDED value */
            HOP_LIMIT_EXCEEDED = 36,

            /** ID_CONFLICT value */
            ID_CONFLICT = 37,

            /** RATE_LIMITED value */
            RATE_LIMITED = 40,

            /** LIMIT_EXCEEDED value */
            LIMIT_EXCEEDED = 41,

            /** SLOW_CONSUMER value */
            SLOW_CONSUMER = 42,

            /** STORAGE_UNAVAILABLE value */
            STORAGE_UNAVAILABLE = 50,

            /** DURABILITY_UNAVAILABLE value */
            DURABILITY_UNAVAILABLE = 51,

            /** OUTCOME_UNKNOWN value */
            OUTCOME_UNKNOWN = 52,

            /** CASIL_POLICY_BLOCKED value */
            CASIL_POLICY_BLOCKED = 60,

            /** CASIL_POLICY_BLOCKED_SECRET value */
            CASIL_POLICY_BLOCKED_SECRET = 61,

            /** CASIL_POLICY_BLOCKED_PERSONAL_DATA value */
            CASIL_POLICY_BLOCKED_PERSONAL_DATA = 62,

            /** CASIL_POLICY_OVERSIZE value */
            CASIL_POLICY_OVERSIZE = 63,

            /** CASIL_POLICY_WORK_LIMIT value */
            CASIL_POLICY_WORK_LIMIT = 64,

            /** CASIL_POLICY_UNMASKABLE value */
            CASIL_POLICY_UNMASKABLE = 65,

            /** CASIL_INTERNAL_BLOCK value */
            CASIL_INTERNAL_BLOCK = 66,

            /** SHUTTING_DOWN value */
            SHUTTING_DOWN = 70,

            /** INTERNAL value */
            INTERNAL = 71
        }

        /** CloseCode enum. */
        enum CloseCode {

            /** CLOSE_CODE_UNSPECIFIED value */
            CLOSE_CODE_UNSPECIFIED = 0,

            /** GOING_AWAY value */
            GOING_AWAY = 4000,

            /** HEARTBEAT_TIMEOUT value */
            HEARTBEAT_TIMEOUT = 4001,

            /** CLOSED_SLOW_CONSUMER value */
            CLOSED_SLOW_CONSUMER = 4002,

            /** SERVER_BUSY value */
            SERVER_BUSY = 4003,

            /** DISCONNECTED_BY_OPERATOR value */
            DISCONNECTED_BY_OPERATOR = 4004,

            /** INTERNAL_ERROR value */
            INTERNAL_ERROR = 4005,

            /** CLOSED_UNAUTHENTICATED value */
            CLOSED_UNAUTHENTICATED = 4500,

            /** CLOSED_MALFORMED_FRAME value */
            CLOSED_MALFORMED_FRAME = 4501,

            /** CLOSED_TEXT_NOT_SUPPORTED value */
            CLOSED_TEXT_NOT_SUPPORTED = 4502,

            /** CLOSED_TOO_MANY_STRIKES value */
            CLOSED_TOO_MANY_STRIKES = 4503
        }

        /** CasilOutcome enum. */
        enum CasilOutcome {

            /** CASIL_OUTCOME_UNSPECIFIED value */
            CASIL_OUTCOME_UNSPECIFIED = 0,

            /** CASIL_ALLOW value */
            CASIL_ALLOW = 1,

            /** CASIL_ALLOW_WITH_REDACTION value */
            CASIL_ALLOW_WITH_REDACTION = 2,

            /** CASIL_BLOCK value */
            CASIL_BLOCK = 3
        }

        /** CasilRisk enum. */
        enum CasilRisk {

            /** CASIL_RISK_UNSPECIFIED value */
            CASIL_RISK_UNSPECIFIED = 0,

            /** CASIL_RISK_LOW value */
            CASIL_RISK_LOW = 1,

            /** CASIL_RISK_MEDIUM value */
            CASIL_RISK_MEDIUM = 2,

            /** CASIL_RISK_HIGH value */
            CASIL_RISK_HIGH = 3
        }

        /**
         * Properties of a CasilMetadata.
         * @deprecated Use arqonbus.v1.CasilMetadata.$Properties instead.
         */
        interface ICasilMetadata extends arqonbus.v1.CasilMetadata.$Properties {
        }

        /** Represents a CasilMetadata. */
        class CasilMetadata {

            /**
             * Constructs a new CasilMetadata.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.CasilMetadata.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CasilMetadata outcome. */
            outcome: arqonbus.v1.CasilOutcome;

            /** CasilMetadata kind. */
            kind: string;

            /** CasilMetadata riskLevel. */
            riskLevel: arqonbus.v1.CasilRisk;

            /** CasilMetadata flags. */
            flags: string[];

            /** CasilMetadata ruleIds. */
            ruleIds: string[];

            /** CasilMetadata reasonCode. */
            reasonCode: string;

            /**
             * Creates a new CasilMetadata instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CasilMetadata instance
             */
            static create(properties: arqonbus.v1.CasilMetadata.$Shape): arqonbus.v1.CasilMetadata & arqonbus.v1.CasilMetadata.$Shape;
            static create(properties?: arqonbus.v1.CasilMetadata.$Properties): arqonbus.v1.CasilMetadata;

            /**
             * Encodes the specified CasilMetadata message. Does not implicitly {@link arqonbus.v1.CasilMetadata.verify|verify} messages.
             * @param message CasilMetadata message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.CasilMetadata.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CasilMetadata message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.CasilMetadata & arqonbus.v1.CasilMetadata.$Shape} CasilMetadata
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.CasilMetadata & arqonbus.v1.CasilMetadata.$Shape;
        }

        namespace CasilMetadata {

            /** Properties of a CasilMetadata. */
            interface $Properties {

                /** CasilMetadata outcome */
                outcome?: (arqonbus.v1.CasilOutcome|null);

                /** CasilMetadata kind */
                kind?: (string|null);

                /** CasilMetadata riskLevel */
                riskLevel?: (arqonbus.v1.CasilRisk|null);

                /** CasilMetadata flags */
                flags?: (string[]|null);

                /** CasilMetadata ruleIds */
                ruleIds?: (string[]|null);

                /** CasilMetadata reasonCode */
                reasonCode?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CasilMetadata. */
            type $Shape = arqonbus.v1.CasilMetadata.$Properties;
        }

        /**
         * Properties of a Command.
         * @deprecated Use arqonbus.v1.Command.$Properties instead.
         */
        interface ICommand extends arqonbus.v1.Command.$Properties {
        }

        /** Represents a Command. */
        class Command {

            /**
             * Constructs a new Command.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Command.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Command ping. */
            ping?: (arqonbus.v1.PingCommand.$Properties|null);

            /** Command status. */
            status?: (arqonbus.v1.StatusCommand.$Properties|null);

            /** Command join. */
            join?: (arqonbus.v1.JoinCommand.$Properties|null);

            /** Command leave. */
            leave?: (arqonbus.v1.LeaveCommand.$Properties|null);

            /** Command createChannel. */
            createChannel?: (arqonbus.v1.CreateChannelCommand.$Properties|null);

            /** Command deleteChannel. */
            deleteChannel?: (arqonbus.v1.DeleteChannelCommand.$Properties|null);

            /** Command listRooms. */
            listRooms?: (arqonbus.v1.ListRoomsCommand.$Properties|null);

            /** Command listChannels. */
            listChannels?: (arqonbus.v1.ListChannelsCommand.$Properties|null);

            /** Command channelInfo. */
            channelInfo?: (arqonbus.v1.ChannelInfoCommand.$Properties|null);

            /** Command presence. */
            presence?: (arqonbus.v1.PresenceCommand.$Properties|null);

            /** Command history. */
            history?: (arqonbus.v1.HistoryCommand.$Properties|null);

            /** Command refreshToken. */
            refreshToken?: (arqonbus.v1.RefreshTokenCommand.$Properties|null);

            /** Command help. */
            help?: (arqonbus.v1.HelpCommand.$Properties|null);

            /** Command command. */
            command?: ("ping"|"status"|"join"|"leave"|"createChannel"|"deleteChannel"|"listRooms"|"listChannels"|"channelInfo"|"presence"|"history"|"refreshToken"|"help");

            /**
             * Creates a new Command instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Command instance
             */
            static create(properties: arqonbus.v1.Command.$Shape): arqonbus.v1.Command & arqonbus.v1.Command.$Shape;
            static create(properties?: arqonbus.v1.Command.$Properties): arqonbus.v1.Command;

            /**
             * Encodes the specified Command message. Does not implicitly {@link arqonbus.v1.Command.verify|verify} messages.
             * @param message Command message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Command message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Command & arqonbus.v1.Command.$Shape} Command
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Command & arqonbus.v1.Command.$Shape;
        }

        namespace Command {

            /** Properties of a Command. */
            interface $Properties {

                /** Command ping */
                ping?: (arqonbus.v1.PingCommand.$Properties|null);

                /** Command status */
                status?: (arqonbus.v1.StatusCommand.$Properties|null);

                /** Command join */
                join?: (arqonbus.v1.JoinCommand.$Properties|null);

                /** Command leave */
                leave?: (arqonbus.v1.LeaveCommand.$Properties|null);

                /** Command createChannel */
                createChannel?: (arqonbus.v1.CreateChannelCommand.$Properties|null);

                /** Command deleteChannel */
                deleteChannel?: (arqonbus.v1.DeleteChannelCommand.$Properties|null);

                /** Command listRooms */
                listRooms?: (arqonbus.v1.ListRoomsCommand.$Properties|null);

                /** Command listChannels */
                listChannels?: (arqonbus.v1.ListChannelsCommand.$Properties|null);

                /** Command channelInfo */
                channelInfo?: (arqonbus.v1.ChannelInfoCommand.$Properties|null);

                /** Command presence */
                presence?: (arqonbus.v1.PresenceCommand.$Properties|null);

                /** Command history */
                history?: (arqonbus.v1.HistoryCommand.$Properties|null);

                /** Command refreshToken */
                refreshToken?: (arqonbus.v1.RefreshTokenCommand.$Properties|null);

                /** Command help */
                help?: (arqonbus.v1.HelpCommand.$Properties|null);

                /** Command command */
                command?: ("ping"|"status"|"join"|"leave"|"createChannel"|"deleteChannel"|"listRooms"|"listChannels"|"channelInfo"|"presence"|"history"|"refreshToken"|"help");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a Command. */
            type $Shape = {
              ping?: arqonbus.v1.PingCommand.$Shape|null;
              status?: arqonbus.v1.StatusCommand.$Shape|null;
              join?: arqonbus.v1.JoinCommand.$Shape|null;
              leave?: arqonbus.v1.LeaveCommand.$Shape|null;
              createChannel?: arqonbus.v1.CreateChannelCommand.$Shape|null;
              deleteChannel?: arqonbus.v1.DeleteChannelCommand.$Shape|null;
              listRooms?: arqonbus.v1.ListRoomsCommand.$Shape|null;
              listChannels?: arqonbus.v1.ListChannelsCommand.$Shape|null;
              channelInfo?: arqonbus.v1.ChannelInfoCommand.$Shape|null;
              presence?: arqonbus.v1.PresenceCommand.$Shape|null;
              history?: arqonbus.v1.HistoryCommand.$Shape|null;
              refreshToken?: arqonbus.v1.RefreshTokenCommand.$Shape|null;
              help?: arqonbus.v1.HelpCommand.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ command?: undefined; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "ping"; ping: arqonbus.v1.PingCommand.$Shape; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "status"; ping?: null; status: arqonbus.v1.StatusCommand.$Shape; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "join"; ping?: null; status?: null; join: arqonbus.v1.JoinCommand.$Shape; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "leave"; ping?: null; status?: null; join?: null; leave: arqonbus.v1.LeaveCommand.$Shape; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "createChannel"; ping?: null; status?: null; join?: null; leave?: null; createChannel: arqonbus.v1.CreateChannelCommand.$Shape; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "deleteChannel"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel: arqonbus.v1.DeleteChannelCommand.$Shape; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "listRooms"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms: arqonbus.v1.ListRoomsCommand.$Shape; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "listChannels"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels: arqonbus.v1.ListChannelsCommand.$Shape; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "channelInfo"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo: arqonbus.v1.ChannelInfoCommand.$Shape; presence?: null; history?: null; refreshToken?: null; help?: null }|{ command?: "presence"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence: arqonbus.v1.PresenceCommand.$Shape; history?: null; refreshToken?: null; help?: null }|{ command?: "history"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history: arqonbus.v1.HistoryCommand.$Shape; refreshToken?: null; help?: null }|{ command?: "refreshToken"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken: arqonbus.v1.RefreshTokenCommand.$Shape; help?: null }|{ command?: "help"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help: arqonbus.v1.HelpCommand.$Shape })
            );
        }

        /**
         * Properties of a CommandResult.
         * @deprecated Use arqonbus.v1.CommandResult.$Properties instead.
         */
        interface ICommandResult extends arqonbus.v1.CommandResult.$Properties {
        }

        /** Represents a CommandResult. */
        class CommandResult {

            /**
             * Constructs a new CommandResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.CommandResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandResult ping. */
            ping?: (arqonbus.v1.PingResult.$Properties|null);

            /** CommandResult status. */
            status?: (arqonbus.v1.StatusResult.$Properties|null);

            /** CommandResult join. */
            join?: (arqonbus.v1.JoinResult.$Properties|null);

            /** CommandResult leave. */
            leave?: (arqonbus.v1.LeaveResult.$Properties|null);

            /** CommandResult createChannel. */
            createChannel?: (arqonbus.v1.CreateChannelResult.$Properties|null);

            /** CommandResult deleteChannel. */
            deleteChannel?: (arqonbus.v1.DeleteChannelResult.$Properties|null);

            /** CommandResult listRooms. */
            listRooms?: (arqonbus.v1.ListRoomsResult.$Properties|null);

            /** CommandResult listChannels. */
            listChannels?: (arqonbus.v1.ListChannelsResult.$Properties|null);

            /** CommandResult channelInfo. */
            channelInfo?: (arqonbus.v1.ChannelInfoResult.$Properties|null);

            /** CommandResult presence. */
            presence?: (arqonbus.v1.PresenceResult.$Properties|null);

            /** CommandResult history. */
            history?: (arqonbus.v1.HistoryResult.$Properties|null);

            /** CommandResult refreshToken. */
            refreshToken?: (arqonbus.v1.RefreshTokenResult.$Properties|null);

            /** CommandResult help. */
            help?: (arqonbus.v1.HelpResult.$Properties|null);

            /** CommandResult result. */
            result?: ("ping"|"status"|"join"|"leave"|"createChannel"|"deleteChannel"|"listRooms"|"listChannels"|"channelInfo"|"presence"|"history"|"refreshToken"|"help");

            /**
             * Creates a new CommandResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CommandResult instance
             */
            static create(properties: arqonbus.v1.CommandResult.$Shape): arqonbus.v1.CommandResult & arqonbus.v1.CommandResult.$Shape;
            static create(properties?: arqonbus.v1.CommandResult.$Properties): arqonbus.v1.CommandResult;

            /**
             * Encodes the specified CommandResult message. Does not implicitly {@link arqonbus.v1.CommandResult.verify|verify} messages.
             * @param message CommandResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.CommandResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.CommandResult & arqonbus.v1.CommandResult.$Shape} CommandResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.CommandResult & arqonbus.v1.CommandResult.$Shape;
        }

        namespace CommandResult {

            /** Properties of a CommandResult. */
            interface $Properties {

                /** CommandResult ping */
                ping?: (arqonbus.v1.PingResult.$Properties|null);

                /** CommandResult status */
                status?: (arqonbus.v1.StatusResult.$Properties|null);

                /** CommandResult join */
                join?: (arqonbus.v1.JoinResult.$Properties|null);

                /** CommandResult leave */
                leave?: (arqonbus.v1.LeaveResult.$Properties|null);

                /** CommandResult createChannel */
                createChannel?: (arqonbus.v1.CreateChannelResult.$Properties|null);

                /** CommandResult deleteChannel */
                deleteChannel?: (arqonbus.v1.DeleteChannelResult.$Properties|null);

                /** CommandResult listRooms */
                listRooms?: (arqonbus.v1.ListRoomsResult.$Properties|null);

                /** CommandResult listChannels */
                listChannels?: (arqonbus.v1.ListChannelsResult.$Properties|null);

                /** CommandResult channelInfo */
                channelInfo?: (arqonbus.v1.ChannelInfoResult.$Properties|null);

                /** CommandResult presence */
                presence?: (arqonbus.v1.PresenceResult.$Properties|null);

                /** CommandResult history */
                history?: (arqonbus.v1.HistoryResult.$Properties|null);

                /** CommandResult refreshToken */
                refreshToken?: (arqonbus.v1.RefreshTokenResult.$Properties|null);

                /** CommandResult help */
                help?: (arqonbus.v1.HelpResult.$Properties|null);

                /** CommandResult result */
                result?: ("ping"|"status"|"join"|"leave"|"createChannel"|"deleteChannel"|"listRooms"|"listChannels"|"channelInfo"|"presence"|"history"|"refreshToken"|"help");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of a CommandResult. */
            type $Shape = {
              ping?: arqonbus.v1.PingResult.$Shape|null;
              status?: arqonbus.v1.StatusResult.$Shape|null;
              join?: arqonbus.v1.JoinResult.$Shape|null;
              leave?: arqonbus.v1.LeaveResult.$Shape|null;
              createChannel?: arqonbus.v1.CreateChannelResult.$Shape|null;
              deleteChannel?: arqonbus.v1.DeleteChannelResult.$Shape|null;
              listRooms?: arqonbus.v1.ListRoomsResult.$Shape|null;
              listChannels?: arqonbus.v1.ListChannelsResult.$Shape|null;
              channelInfo?: arqonbus.v1.ChannelInfoResult.$Shape|null;
              presence?: arqonbus.v1.PresenceResult.$Shape|null;
              history?: arqonbus.v1.HistoryResult.$Shape|null;
              refreshToken?: arqonbus.v1.RefreshTokenResult.$Shape|null;
              help?: arqonbus.v1.HelpResult.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ result?: undefined; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "ping"; ping: arqonbus.v1.PingResult.$Shape; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "status"; ping?: null; status: arqonbus.v1.StatusResult.$Shape; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "join"; ping?: null; status?: null; join: arqonbus.v1.JoinResult.$Shape; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "leave"; ping?: null; status?: null; join?: null; leave: arqonbus.v1.LeaveResult.$Shape; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "createChannel"; ping?: null; status?: null; join?: null; leave?: null; createChannel: arqonbus.v1.CreateChannelResult.$Shape; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "deleteChannel"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel: arqonbus.v1.DeleteChannelResult.$Shape; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "listRooms"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms: arqonbus.v1.ListRoomsResult.$Shape; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "listChannels"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels: arqonbus.v1.ListChannelsResult.$Shape; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "channelInfo"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo: arqonbus.v1.ChannelInfoResult.$Shape; presence?: null; history?: null; refreshToken?: null; help?: null }|{ result?: "presence"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence: arqonbus.v1.PresenceResult.$Shape; history?: null; refreshToken?: null; help?: null }|{ result?: "history"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history: arqonbus.v1.HistoryResult.$Shape; refreshToken?: null; help?: null }|{ result?: "refreshToken"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken: arqonbus.v1.RefreshTokenResult.$Shape; help?: null }|{ result?: "help"; ping?: null; status?: null; join?: null; leave?: null; createChannel?: null; deleteChannel?: null; listRooms?: null; listChannels?: null; channelInfo?: null; presence?: null; history?: null; refreshToken?: null; help: arqonbus.v1.HelpResult.$Shape })
            );
        }

        /**
         * Properties of a PingCommand.
         * @deprecated Use arqonbus.v1.PingCommand.$Properties instead.
         */
        interface IPingCommand extends arqonbus.v1.PingCommand.$Properties {
        }

        /** Represents a PingCommand. */
        class PingCommand {

            /**
             * Constructs a new PingCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.PingCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new PingCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PingCommand instance
             */
            static create(properties: arqonbus.v1.PingCommand.$Shape): arqonbus.v1.PingCommand & arqonbus.v1.PingCommand.$Shape;
            static create(properties?: arqonbus.v1.PingCommand.$Properties): arqonbus.v1.PingCommand;

            /**
             * Encodes the specified PingCommand message. Does not implicitly {@link arqonbus.v1.PingCommand.verify|verify} messages.
             * @param message PingCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.PingCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PingCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.PingCommand & arqonbus.v1.PingCommand.$Shape} PingCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.PingCommand & arqonbus.v1.PingCommand.$Shape;
        }

        namespace PingCommand {

            /** Properties of a PingCommand. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PingCommand. */
            type $Shape = arqonbus.v1.PingCommand.$Properties;
        }

        /**
         * Properties of a PingResult.
         * @deprecated Use arqonbus.v1.PingResult.$Properties instead.
         */
        interface IPingResult extends arqonbus.v1.PingResult.$Properties {
        }

        /** Represents a PingResult. */
        class PingResult {

            /**
             * Constructs a new PingResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.PingResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PingResult timestampMs. */
            timestampMs: number;

            /**
             * Creates a new PingResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PingResult instance
             */
            static create(properties: arqonbus.v1.PingResult.$Shape): arqonbus.v1.PingResult & arqonbus.v1.PingResult.$Shape;
            static create(properties?: arqonbus.v1.PingResult.$Properties): arqonbus.v1.PingResult;

            /**
             * Encodes the specified PingResult message. Does not implicitly {@link arqonbus.v1.PingResult.verify|verify} messages.
             * @param message PingResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.PingResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PingResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.PingResult & arqonbus.v1.PingResult.$Shape} PingResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.PingResult & arqonbus.v1.PingResult.$Shape;
        }

        namespace PingResult {

            /** Properties of a PingResult. */
            interface $Properties {

                /** PingResult timestampMs */
                timestampMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PingResult. */
            type $Shape = arqonbus.v1.PingResult.$Properties;
        }

        /**
         * Properties of a StatusCommand.
         * @deprecated Use arqonbus.v1.StatusCommand.$Properties instead.
         */
        interface IStatusCommand extends arqonbus.v1.StatusCommand.$Properties {
        }

        /** Represents a StatusCommand. */
        class StatusCommand {

            /**
             * Constructs a new StatusCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.StatusCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new StatusCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StatusCommand instance
             */
            static create(properties: arqonbus.v1.StatusCommand.$Shape): arqonbus.v1.StatusCommand & arqonbus.v1.StatusCommand.$Shape;
            static create(properties?: arqonbus.v1.StatusCommand.$Properties): arqonbus.v1.StatusCommand;

            /**
             * Encodes the specified StatusCommand message. Does not implicitly {@link arqonbus.v1.StatusCommand.verify|verify} messages.
             * @param message StatusCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.StatusCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatusCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.StatusCommand & arqonbus.v1.StatusCommand.$Shape} StatusCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.StatusCommand & arqonbus.v1.StatusCommand.$Shape;
        }

        namespace StatusCommand {

            /** Properties of a StatusCommand. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StatusCommand. */
            type $Shape = arqonbus.v1.StatusCommand.$Properties;
        }

        /**
         * Properties of a StatusResult.
         * @deprecated Use arqonbus.v1.StatusResult.$Properties instead.
         */
        interface IStatusResult extends arqonbus.v1.StatusResult.$Properties {
        }

        /** Represents a StatusResult. */
        class StatusResult {

            /**
             * Constructs a new StatusResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.StatusResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StatusResult serverVersion. */
            serverVersion: string;

            /** StatusResult nodeId. */
            nodeId: string;

            /** StatusResult uptimeMs. */
            uptimeMs: number;

            /** StatusResult durability. */
            durability: arqonbus.v1.Durability;

            /** StatusResult draining. */
            draining: boolean;

            /** StatusResult timestampMs. */
            timestampMs: number;

            /**
             * Creates a new StatusResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StatusResult instance
             */
            static create(properties: arqonbus.v1.StatusResult.$Shape): arqonbus.v1.StatusResult & arqonbus.v1.StatusResult.$Shape;
            static create(properties?: arqonbus.v1.StatusResult.$Properties): arqonbus.v1.StatusResult;

            /**
             * Encodes the specified StatusResult message. Does not implicitly {@link arqonbus.v1.StatusResult.verify|verify} messages.
             * @param message StatusResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.StatusResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StatusResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.StatusResult & arqonbus.v1.StatusResult.$Shape} StatusResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.StatusResult & arqonbus.v1.StatusResult.$Shape;
        }

        namespace StatusResult {

            /** Properties of a StatusResult. */
            interface $Properties {

                /** StatusResult serverVersion */
                serverVersion?: (string|null);

                /** StatusResult nodeId */
                nodeId?: (string|null);

                /** StatusResult uptimeMs */
                uptimeMs?: (number|null);

                /** StatusResult durability */
                durability?: (arqonbus.v1.Durability|null);

                /** StatusResult draining */
                draining?: (boolean|null);

                /** StatusResult timestampMs */
                timestampMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StatusResult. */
            type $Shape = arqonbus.v1.StatusResult.$Properties;
        }

        /**
         * Properties of a Position.
         * @deprecated Use arqonbus.v1.Position.$Properties instead.
         */
        interface IPosition extends arqonbus.v1.Position.$Properties {
        }

        /** Represents a Position. */
        class Position {

            /**
             * Constructs a new Position.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Position.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Position channel. */
            channel: string;

            /** Position epoch. */
            epoch: number;

            /** Position sequence. */
            sequence: number;

            /**
             * Creates a new Position instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Position instance
             */
            static create(properties: arqonbus.v1.Position.$Shape): arqonbus.v1.Position & arqonbus.v1.Position.$Shape;
            static create(properties?: arqonbus.v1.Position.$Properties): arqonbus.v1.Position;

            /**
             * Encodes the specified Position message. Does not implicitly {@link arqonbus.v1.Position.verify|verify} messages.
             * @param message Position message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Position.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Position message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Position & arqonbus.v1.Position.$Shape} Position
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Position & arqonbus.v1.Position.$Shape;
        }

        namespace Position {

            /** Properties of a Position. */
            interface $Properties {

                /** Position channel */
                channel?: (string|null);

                /** Position epoch */
                epoch?: (number|null);

                /** Position sequence */
                sequence?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Position. */
            type $Shape = arqonbus.v1.Position.$Properties;
        }

        /**
         * Properties of a JoinCommand.
         * @deprecated Use arqonbus.v1.JoinCommand.$Properties instead.
         */
        interface IJoinCommand extends arqonbus.v1.JoinCommand.$Properties {
        }

        /** Represents a JoinCommand. */
        class JoinCommand {

            /**
             * Constructs a new JoinCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.JoinCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinCommand room. */
            room: string;

            /** JoinCommand channel. */
            channel: string;

            /** JoinCommand recover. */
            recover: arqonbus.v1.Position.$Properties[];

            /** JoinCommand rewind. */
            rewind: number;

            /** JoinCommand group. */
            group: string;

            /** JoinCommand responder. */
            responder: boolean;

            /**
             * Creates a new JoinCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns JoinCommand instance
             */
            static create(properties: arqonbus.v1.JoinCommand.$Shape): arqonbus.v1.JoinCommand & arqonbus.v1.JoinCommand.$Shape;
            static create(properties?: arqonbus.v1.JoinCommand.$Properties): arqonbus.v1.JoinCommand;

            /**
             * Encodes the specified JoinCommand message. Does not implicitly {@link arqonbus.v1.JoinCommand.verify|verify} messages.
             * @param message JoinCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.JoinCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.JoinCommand & arqonbus.v1.JoinCommand.$Shape} JoinCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.JoinCommand & arqonbus.v1.JoinCommand.$Shape;
        }

        namespace JoinCommand {

            /** Properties of a JoinCommand. */
            interface $Properties {

                /** JoinCommand room */
                room?: (string|null);

                /** JoinCommand channel */
                channel?: (string|null);

                /** JoinCommand recover */
                recover?: (arqonbus.v1.Position.$Properties[]|null);

                /** JoinCommand rewind */
                rewind?: (number|null);

                /** JoinCommand group */
                group?: (string|null);

                /** JoinCommand responder */
                responder?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinCommand. */
            type $Shape = arqonbus.v1.JoinCommand.$Properties;
        }

        /** RecoverFailure enum. */
        enum RecoverFailure {

            /** RECOVER_FAILURE_UNSPECIFIED value */
            RECOVER_FAILURE_UNSPECIFIED = 0,

            /** TAIL_LOST value */
            TAIL_LOST = 1,

            /** RECOVER_TRIMMED value */
            RECOVER_TRIMMED = 2,

            /** EPOCH_FORK value */
            EPOCH_FORK = 3,

            /** DELETED value */
            DELETED = 4
        }

        /**
         * Properties of a JoinedChannel.
         * @deprecated Use arqonbus.v1.JoinedChannel.$Properties instead.
         */
        interface IJoinedChannel extends arqonbus.v1.JoinedChannel.$Properties {
        }

        /** Represents a JoinedChannel. */
        class JoinedChannel {

            /**
             * Constructs a new JoinedChannel.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.JoinedChannel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinedChannel channel. */
            channel: string;

            /** JoinedChannel epoch. */
            epoch: number;

            /** JoinedChannel sequence. */
            sequence: number;

            /** JoinedChannel recovered. */
            recovered: boolean;

            /** JoinedChannel failure. */
            failure: arqonbus.v1.RecoverFailure;

            /**
             * Creates a new JoinedChannel instance using the specified properties.
             * @param [properties] Properties to set
             * @returns JoinedChannel instance
             */
            static create(properties: arqonbus.v1.JoinedChannel.$Shape): arqonbus.v1.JoinedChannel & arqonbus.v1.JoinedChannel.$Shape;
            static create(properties?: arqonbus.v1.JoinedChannel.$Properties): arqonbus.v1.JoinedChannel;

            /**
             * Encodes the specified JoinedChannel message. Does not implicitly {@link arqonbus.v1.JoinedChannel.verify|verify} messages.
             * @param message JoinedChannel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.JoinedChannel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinedChannel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.JoinedChannel & arqonbus.v1.JoinedChannel.$Shape} JoinedChannel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.JoinedChannel & arqonbus.v1.JoinedChannel.$Shape;
        }

        namespace JoinedChannel {

            /** Properties of a JoinedChannel. */
            interface $Properties {

                /** JoinedChannel channel */
                channel?: (string|null);

                /** JoinedChannel epoch */
                epoch?: (number|null);

                /** JoinedChannel sequence */
                sequence?: (number|null);

                /** JoinedChannel recovered */
                recovered?: (boolean|null);

                /** JoinedChannel failure */
                failure?: (arqonbus.v1.RecoverFailure|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinedChannel. */
            type $Shape = arqonbus.v1.JoinedChannel.$Properties;
        }

        /**
         * Properties of a JoinResult.
         * @deprecated Use arqonbus.v1.JoinResult.$Properties instead.
         */
        interface IJoinResult extends arqonbus.v1.JoinResult.$Properties {
        }

        /** Represents a JoinResult. */
        class JoinResult {

            /**
             * Constructs a new JoinResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.JoinResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** JoinResult channels. */
            channels: arqonbus.v1.JoinedChannel.$Properties[];

            /** JoinResult truncated. */
            truncated: boolean;

            /**
             * Creates a new JoinResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns JoinResult instance
             */
            static create(properties: arqonbus.v1.JoinResult.$Shape): arqonbus.v1.JoinResult & arqonbus.v1.JoinResult.$Shape;
            static create(properties?: arqonbus.v1.JoinResult.$Properties): arqonbus.v1.JoinResult;

            /**
             * Encodes the specified JoinResult message. Does not implicitly {@link arqonbus.v1.JoinResult.verify|verify} messages.
             * @param message JoinResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.JoinResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a JoinResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.JoinResult & arqonbus.v1.JoinResult.$Shape} JoinResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.JoinResult & arqonbus.v1.JoinResult.$Shape;
        }

        namespace JoinResult {

            /** Properties of a JoinResult. */
            interface $Properties {

                /** JoinResult channels */
                channels?: (arqonbus.v1.JoinedChannel.$Properties[]|null);

                /** JoinResult truncated */
                truncated?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a JoinResult. */
            type $Shape = arqonbus.v1.JoinResult.$Properties;
        }

        /**
         * Properties of a LeaveCommand.
         * @deprecated Use arqonbus.v1.LeaveCommand.$Properties instead.
         */
        interface ILeaveCommand extends arqonbus.v1.LeaveCommand.$Properties {
        }

        /** Represents a LeaveCommand. */
        class LeaveCommand {

            /**
             * Constructs a new LeaveCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.LeaveCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LeaveCommand room. */
            room: string;

            /** LeaveCommand channel. */
            channel: string;

            /**
             * Creates a new LeaveCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LeaveCommand instance
             */
            static create(properties: arqonbus.v1.LeaveCommand.$Shape): arqonbus.v1.LeaveCommand & arqonbus.v1.LeaveCommand.$Shape;
            static create(properties?: arqonbus.v1.LeaveCommand.$Properties): arqonbus.v1.LeaveCommand;

            /**
             * Encodes the specified LeaveCommand message. Does not implicitly {@link arqonbus.v1.LeaveCommand.verify|verify} messages.
             * @param message LeaveCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.LeaveCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LeaveCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.LeaveCommand & arqonbus.v1.LeaveCommand.$Shape} LeaveCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.LeaveCommand & arqonbus.v1.LeaveCommand.$Shape;
        }

        namespace LeaveCommand {

            /** Properties of a LeaveCommand. */
            interface $Properties {

                /** LeaveCommand room */
                room?: (string|null);

                /** LeaveCommand channel */
                channel?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LeaveCommand. */
            type $Shape = arqonbus.v1.LeaveCommand.$Properties;
        }

        /**
         * Properties of a LeaveResult.
         * @deprecated Use arqonbus.v1.LeaveResult.$Properties instead.
         */
        interface ILeaveResult extends arqonbus.v1.LeaveResult.$Properties {
        }

        /** Represents a LeaveResult. */
        class LeaveResult {

            /**
             * Constructs a new LeaveResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.LeaveResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new LeaveResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LeaveResult instance
             */
            static create(properties: arqonbus.v1.LeaveResult.$Shape): arqonbus.v1.LeaveResult & arqonbus.v1.LeaveResult.$Shape;
            static create(properties?: arqonbus.v1.LeaveResult.$Properties): arqonbus.v1.LeaveResult;

            /**
             * Encodes the specified LeaveResult message. Does not implicitly {@link arqonbus.v1.LeaveResult.verify|verify} messages.
             * @param message LeaveResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.LeaveResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LeaveResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.LeaveResult & arqonbus.v1.LeaveResult.$Shape} LeaveResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.LeaveResult & arqonbus.v1.LeaveResult.$Shape;
        }

        namespace LeaveResult {

            /** Properties of a LeaveResult. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LeaveResult. */
            type $Shape = arqonbus.v1.LeaveResult.$Properties;
        }

        /**
         * Properties of a CreateChannelCommand.
         * @deprecated Use arqonbus.v1.CreateChannelCommand.$Properties instead.
         */
        interface ICreateChannelCommand extends arqonbus.v1.CreateChannelCommand.$Properties {
        }

        /** Represents a CreateChannelCommand. */
        class CreateChannelCommand {

            /**
             * Constructs a new CreateChannelCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.CreateChannelCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CreateChannelCommand room. */
            room: string;

            /** CreateChannelCommand channel. */
            channel: string;

            /**
             * Creates a new CreateChannelCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CreateChannelCommand instance
             */
            static create(properties: arqonbus.v1.CreateChannelCommand.$Shape): arqonbus.v1.CreateChannelCommand & arqonbus.v1.CreateChannelCommand.$Shape;
            static create(properties?: arqonbus.v1.CreateChannelCommand.$Properties): arqonbus.v1.CreateChannelCommand;

            /**
             * Encodes the specified CreateChannelCommand message. Does not implicitly {@link arqonbus.v1.CreateChannelCommand.verify|verify} messages.
             * @param message CreateChannelCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.CreateChannelCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CreateChannelCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.CreateChannelCommand & arqonbus.v1.CreateChannelCommand.$Shape} CreateChannelCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.CreateChannelCommand & arqonbus.v1.CreateChannelCommand.$Shape;
        }

        namespace CreateChannelCommand {

            /** Properties of a CreateChannelCommand. */
            interface $Properties {

                /** CreateChannelCommand room */
                room?: (string|null);

                /** CreateChannelCommand channel */
                channel?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CreateChannelCommand. */
            type $Shape = arqonbus.v1.CreateChannelCommand.$Properties;
        }

        /**
         * Properties of a CreateChannelResult.
         * @deprecated Use arqonbus.v1.CreateChannelResult.$Properties instead.
         */
        interface ICreateChannelResult extends arqonbus.v1.CreateChannelResult.$Properties {
        }

        /** Represents a CreateChannelResult. */
        class CreateChannelResult {

            /**
             * Constructs a new CreateChannelResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.CreateChannelResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CreateChannelResult epoch. */
            epoch: number;

            /**
             * Creates a new CreateChannelResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CreateChannelResult instance
             */
            static create(properties: arqonbus.v1.CreateChannelResult.$Shape): arqonbus.v1.CreateChannelResult & arqonbus.v1.CreateChannelResult.$Shape;
            static create(properties?: arqonbus.v1.CreateChannelResult.$Properties): arqonbus.v1.CreateChannelResult;

            /**
             * Encodes the specified CreateChannelResult message. Does not implicitly {@link arqonbus.v1.CreateChannelResult.verify|verify} messages.
             * @param message CreateChannelResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.CreateChannelResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CreateChannelResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.CreateChannelResult & arqonbus.v1.CreateChannelResult.$Shape} CreateChannelResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.CreateChannelResult & arqonbus.v1.CreateChannelResult.$Shape;
        }

        namespace CreateChannelResult {

            /** Properties of a CreateChannelResult. */
            interface $Properties {

                /** CreateChannelResult epoch */
                epoch?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CreateChannelResult. */
            type $Shape = arqonbus.v1.CreateChannelResult.$Properties;
        }

        /**
         * Properties of a DeleteChannelCommand.
         * @deprecated Use arqonbus.v1.DeleteChannelCommand.$Properties instead.
         */
        interface IDeleteChannelCommand extends arqonbus.v1.DeleteChannelCommand.$Properties {
        }

        /** Represents a DeleteChannelCommand. */
        class DeleteChannelCommand {

            /**
             * Constructs a new DeleteChannelCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.DeleteChannelCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DeleteChannelCommand room. */
            room: string;

            /** DeleteChannelCommand channel. */
            channel: string;

            /**
             * Creates a new DeleteChannelCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeleteChannelCommand instance
             */
            static create(properties: arqonbus.v1.DeleteChannelCommand.$Shape): arqonbus.v1.DeleteChannelCommand & arqonbus.v1.DeleteChannelCommand.$Shape;
            static create(properties?: arqonbus.v1.DeleteChannelCommand.$Properties): arqonbus.v1.DeleteChannelCommand;

            /**
             * Encodes the specified DeleteChannelCommand message. Does not implicitly {@link arqonbus.v1.DeleteChannelCommand.verify|verify} messages.
             * @param message DeleteChannelCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.DeleteChannelCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteChannelCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.DeleteChannelCommand & arqonbus.v1.DeleteChannelCommand.$Shape} DeleteChannelCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.DeleteChannelCommand & arqonbus.v1.DeleteChannelCommand.$Shape;
        }

        namespace DeleteChannelCommand {

            /** Properties of a DeleteChannelCommand. */
            interface $Properties {

                /** DeleteChannelCommand room */
                room?: (string|null);

                /** DeleteChannelCommand channel */
                channel?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeleteChannelCommand. */
            type $Shape = arqonbus.v1.DeleteChannelCommand.$Properties;
        }

        /**
         * Properties of a DeleteChannelResult.
         * @deprecated Use arqonbus.v1.DeleteChannelResult.$Properties instead.
         */
        interface IDeleteChannelResult extends arqonbus.v1.DeleteChannelResult.$Properties {
        }

        /** Represents a DeleteChannelResult. */
        class DeleteChannelResult {

            /**
             * Constructs a new DeleteChannelResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.DeleteChannelResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new DeleteChannelResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DeleteChannelResult instance
             */
            static create(properties: arqonbus.v1.DeleteChannelResult.$Shape): arqonbus.v1.DeleteChannelResult & arqonbus.v1.DeleteChannelResult.$Shape;
            static create(properties?: arqonbus.v1.DeleteChannelResult.$Properties): arqonbus.v1.DeleteChannelResult;

            /**
             * Encodes the specified DeleteChannelResult message. Does not implicitly {@link arqonbus.v1.DeleteChannelResult.verify|verify} messages.
             * @param message DeleteChannelResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.DeleteChannelResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DeleteChannelResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.DeleteChannelResult & arqonbus.v1.DeleteChannelResult.$Shape} DeleteChannelResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.DeleteChannelResult & arqonbus.v1.DeleteChannelResult.$Shape;
        }

        namespace DeleteChannelResult {

            /** Properties of a DeleteChannelResult. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DeleteChannelResult. */
            type $Shape = arqonbus.v1.DeleteChannelResult.$Properties;
        }

        /**
         * Properties of a ListRoomsCommand.
         * @deprecated Use arqonbus.v1.ListRoomsCommand.$Properties instead.
         */
        interface IListRoomsCommand extends arqonbus.v1.ListRoomsCommand.$Properties {
        }

        /** Represents a ListRoomsCommand. */
        class ListRoomsCommand {

            /**
             * Constructs a new ListRoomsCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.ListRoomsCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListRoomsCommand after. */
            after: string;

            /** ListRoomsCommand limit. */
            limit: number;

            /**
             * Creates a new ListRoomsCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListRoomsCommand instance
             */
            static create(properties: arqonbus.v1.ListRoomsCommand.$Shape): arqonbus.v1.ListRoomsCommand & arqonbus.v1.ListRoomsCommand.$Shape;
            static create(properties?: arqonbus.v1.ListRoomsCommand.$Properties): arqonbus.v1.ListRoomsCommand;

            /**
             * Encodes the specified ListRoomsCommand message. Does not implicitly {@link arqonbus.v1.ListRoomsCommand.verify|verify} messages.
             * @param message ListRoomsCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.ListRoomsCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListRoomsCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.ListRoomsCommand & arqonbus.v1.ListRoomsCommand.$Shape} ListRoomsCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.ListRoomsCommand & arqonbus.v1.ListRoomsCommand.$Shape;
        }

        namespace ListRoomsCommand {

            /** Properties of a ListRoomsCommand. */
            interface $Properties {

                /** ListRoomsCommand after */
                after?: (string|null);

                /** ListRoomsCommand limit */
                limit?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListRoomsCommand. */
            type $Shape = arqonbus.v1.ListRoomsCommand.$Properties;
        }

        /**
         * Properties of a RoomSummary.
         * @deprecated Use arqonbus.v1.RoomSummary.$Properties instead.
         */
        interface IRoomSummary extends arqonbus.v1.RoomSummary.$Properties {
        }

        /** Represents a RoomSummary. */
        class RoomSummary {

            /**
             * Constructs a new RoomSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.RoomSummary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RoomSummary room. */
            room: string;

            /** RoomSummary channels. */
            channels: number;

            /**
             * Creates a new RoomSummary instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RoomSummary instance
             */
            static create(properties: arqonbus.v1.RoomSummary.$Shape): arqonbus.v1.RoomSummary & arqonbus.v1.RoomSummary.$Shape;
            static create(properties?: arqonbus.v1.RoomSummary.$Properties): arqonbus.v1.RoomSummary;

            /**
             * Encodes the specified RoomSummary message. Does not implicitly {@link arqonbus.v1.RoomSummary.verify|verify} messages.
             * @param message RoomSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.RoomSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RoomSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.RoomSummary & arqonbus.v1.RoomSummary.$Shape} RoomSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.RoomSummary & arqonbus.v1.RoomSummary.$Shape;
        }

        namespace RoomSummary {

            /** Properties of a RoomSummary. */
            interface $Properties {

                /** RoomSummary room */
                room?: (string|null);

                /** RoomSummary channels */
                channels?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RoomSummary. */
            type $Shape = arqonbus.v1.RoomSummary.$Properties;
        }

        /**
         * Properties of a ListRoomsResult.
         * @deprecated Use arqonbus.v1.ListRoomsResult.$Properties instead.
         */
        interface IListRoomsResult extends arqonbus.v1.ListRoomsResult.$Properties {
        }

        /** Represents a ListRoomsResult. */
        class ListRoomsResult {

            /**
             * Constructs a new ListRoomsResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.ListRoomsResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListRoomsResult rooms. */
            rooms: arqonbus.v1.RoomSummary.$Properties[];

            /** ListRoomsResult more. */
            more: boolean;

            /**
             * Creates a new ListRoomsResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListRoomsResult instance
             */
            static create(properties: arqonbus.v1.ListRoomsResult.$Shape): arqonbus.v1.ListRoomsResult & arqonbus.v1.ListRoomsResult.$Shape;
            static create(properties?: arqonbus.v1.ListRoomsResult.$Properties): arqonbus.v1.ListRoomsResult;

            /**
             * Encodes the specified ListRoomsResult message. Does not implicitly {@link arqonbus.v1.ListRoomsResult.verify|verify} messages.
             * @param message ListRoomsResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.ListRoomsResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListRoomsResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.ListRoomsResult & arqonbus.v1.ListRoomsResult.$Shape} ListRoomsResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.ListRoomsResult & arqonbus.v1.ListRoomsResult.$Shape;
        }

        namespace ListRoomsResult {

            /** Properties of a ListRoomsResult. */
            interface $Properties {

                /** ListRoomsResult rooms */
                rooms?: (arqonbus.v1.RoomSummary.$Properties[]|null);

                /** ListRoomsResult more */
                more?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListRoomsResult. */
            type $Shape = arqonbus.v1.ListRoomsResult.$Properties;
        }

        /**
         * Properties of a ListChannelsCommand.
         * @deprecated Use arqonbus.v1.ListChannelsCommand.$Properties instead.
         */
        interface IListChannelsCommand extends arqonbus.v1.ListChannelsCommand.$Properties {
        }

        /** Represents a ListChannelsCommand. */
        class ListChannelsCommand {

            /**
             * Constructs a new ListChannelsCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.ListChannelsCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListChannelsCommand room. */
            room: string;

            /** ListChannelsCommand after. */
            after: string;

            /** ListChannelsCommand limit. */
            limit: number;

            /**
             * Creates a new ListChannelsCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListChannelsCommand instance
             */
            static create(properties: arqonbus.v1.ListChannelsCommand.$Shape): arqonbus.v1.ListChannelsCommand & arqonbus.v1.ListChannelsCommand.$Shape;
            static create(properties?: arqonbus.v1.ListChannelsCommand.$Properties): arqonbus.v1.ListChannelsCommand;

            /**
             * Encodes the specified ListChannelsCommand message. Does not implicitly {@link arqonbus.v1.ListChannelsCommand.verify|verify} messages.
             * @param message ListChannelsCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.ListChannelsCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListChannelsCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.ListChannelsCommand & arqonbus.v1.ListChannelsCommand.$Shape} ListChannelsCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.ListChannelsCommand & arqonbus.v1.ListChannelsCommand.$Shape;
        }

        namespace ListChannelsCommand {

            /** Properties of a ListChannelsCommand. */
            interface $Properties {

                /** ListChannelsCommand room */
                room?: (string|null);

                /** ListChannelsCommand after */
                after?: (string|null);

                /** ListChannelsCommand limit */
                limit?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListChannelsCommand. */
            type $Shape = arqonbus.v1.ListChannelsCommand.$Properties;
        }

        /**
         * Properties of a ChannelSummary.
         * @deprecated Use arqonbus.v1.ChannelSummary.$Properties instead.
         */
        interface IChannelSummary extends arqonbus.v1.ChannelSummary.$Properties {
        }

        /** Represents a ChannelSummary. */
        class ChannelSummary {

            /**
             * Constructs a new ChannelSummary.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.ChannelSummary.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChannelSummary channel. */
            channel: string;

            /** ChannelSummary epoch. */
            epoch: number;

            /** ChannelSummary sequence. */
            sequence: number;

            /** ChannelSummary members. */
            members: number;

            /**
             * Creates a new ChannelSummary instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChannelSummary instance
             */
            static create(properties: arqonbus.v1.ChannelSummary.$Shape): arqonbus.v1.ChannelSummary & arqonbus.v1.ChannelSummary.$Shape;
            static create(properties?: arqonbus.v1.ChannelSummary.$Properties): arqonbus.v1.ChannelSummary;

            /**
             * Encodes the specified ChannelSummary message. Does not implicitly {@link arqonbus.v1.ChannelSummary.verify|verify} messages.
             * @param message ChannelSummary message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.ChannelSummary.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChannelSummary message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.ChannelSummary & arqonbus.v1.ChannelSummary.$Shape} ChannelSummary
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.ChannelSummary & arqonbus.v1.ChannelSummary.$Shape;
        }

        namespace ChannelSummary {

            /** Properties of a ChannelSummary. */
            interface $Properties {

                /** ChannelSummary channel */
                channel?: (string|null);

                /** ChannelSummary epoch */
                epoch?: (number|null);

                /** ChannelSummary sequence */
                sequence?: (number|null);

                /** ChannelSummary members */
                members?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChannelSummary. */
            type $Shape = arqonbus.v1.ChannelSummary.$Properties;
        }

        /**
         * Properties of a ListChannelsResult.
         * @deprecated Use arqonbus.v1.ListChannelsResult.$Properties instead.
         */
        interface IListChannelsResult extends arqonbus.v1.ListChannelsResult.$Properties {
        }

        /** Represents a ListChannelsResult. */
        class ListChannelsResult {

            /**
             * Constructs a new ListChannelsResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.ListChannelsResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListChannelsResult channels. */
            channels: arqonbus.v1.ChannelSummary.$Properties[];

            /** ListChannelsResult more. */
            more: boolean;

            /**
             * Creates a new ListChannelsResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ListChannelsResult instance
             */
            static create(properties: arqonbus.v1.ListChannelsResult.$Shape): arqonbus.v1.ListChannelsResult & arqonbus.v1.ListChannelsResult.$Shape;
            static create(properties?: arqonbus.v1.ListChannelsResult.$Properties): arqonbus.v1.ListChannelsResult;

            /**
             * Encodes the specified ListChannelsResult message. Does not implicitly {@link arqonbus.v1.ListChannelsResult.verify|verify} messages.
             * @param message ListChannelsResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.ListChannelsResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListChannelsResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.ListChannelsResult & arqonbus.v1.ListChannelsResult.$Shape} ListChannelsResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.ListChannelsResult & arqonbus.v1.ListChannelsResult.$Shape;
        }

        namespace ListChannelsResult {

            /** Properties of a ListChannelsResult. */
            interface $Properties {

                /** ListChannelsResult channels */
                channels?: (arqonbus.v1.ChannelSummary.$Properties[]|null);

                /** ListChannelsResult more */
                more?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListChannelsResult. */
            type $Shape = arqonbus.v1.ListChannelsResult.$Properties;
        }

        /**
         * Properties of a ChannelInfoCommand.
         * @deprecated Use arqonbus.v1.ChannelInfoCommand.$Properties instead.
         */
        interface IChannelInfoCommand extends arqonbus.v1.ChannelInfoCommand.$Properties {
        }

        /** Represents a ChannelInfoCommand. */
        class ChannelInfoCommand {

            /**
             * Constructs a new ChannelInfoCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.ChannelInfoCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChannelInfoCommand room. */
            room: string;

            /** ChannelInfoCommand channel. */
            channel: string;

            /**
             * Creates a new ChannelInfoCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChannelInfoCommand instance
             */
            static create(properties: arqonbus.v1.ChannelInfoCommand.$Shape): arqonbus.v1.ChannelInfoCommand & arqonbus.v1.ChannelInfoCommand.$Shape;
            static create(properties?: arqonbus.v1.ChannelInfoCommand.$Properties): arqonbus.v1.ChannelInfoCommand;

            /**
             * Encodes the specified ChannelInfoCommand message. Does not implicitly {@link arqonbus.v1.ChannelInfoCommand.verify|verify} messages.
             * @param message ChannelInfoCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.ChannelInfoCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChannelInfoCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.ChannelInfoCommand & arqonbus.v1.ChannelInfoCommand.$Shape} ChannelInfoCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.ChannelInfoCommand & arqonbus.v1.ChannelInfoCommand.$Shape;
        }

        namespace ChannelInfoCommand {

            /** Properties of a ChannelInfoCommand. */
            interface $Properties {

                /** ChannelInfoCommand room */
                room?: (string|null);

                /** ChannelInfoCommand channel */
                channel?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChannelInfoCommand. */
            type $Shape = arqonbus.v1.ChannelInfoCommand.$Properties;
        }

        /**
         * Properties of a ChannelInfoResult.
         * @deprecated Use arqonbus.v1.ChannelInfoResult.$Properties instead.
         */
        interface IChannelInfoResult extends arqonbus.v1.ChannelInfoResult.$Properties {
        }

        /** Represents a ChannelInfoResult. */
        class ChannelInfoResult {

            /**
             * Constructs a new ChannelInfoResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.ChannelInfoResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ChannelInfoResult epoch. */
            epoch: number;

            /** ChannelInfoResult sequence. */
            sequence: number;

            /** ChannelInfoResult firstSequence. */
            firstSequence: number;

            /** ChannelInfoResult retainedCount. */
            retainedCount: number;

            /** ChannelInfoResult retainedBytes. */
            retainedBytes: number;

            /** ChannelInfoResult members. */
            members: number;

            /** ChannelInfoResult durability. */
            durability: arqonbus.v1.Durability;

            /**
             * Creates a new ChannelInfoResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ChannelInfoResult instance
             */
            static create(properties: arqonbus.v1.ChannelInfoResult.$Shape): arqonbus.v1.ChannelInfoResult & arqonbus.v1.ChannelInfoResult.$Shape;
            static create(properties?: arqonbus.v1.ChannelInfoResult.$Properties): arqonbus.v1.ChannelInfoResult;

            /**
             * Encodes the specified ChannelInfoResult message. Does not implicitly {@link arqonbus.v1.ChannelInfoResult.verify|verify} messages.
             * @param message ChannelInfoResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.ChannelInfoResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ChannelInfoResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.ChannelInfoResult & arqonbus.v1.ChannelInfoResult.$Shape} ChannelInfoResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.ChannelInfoResult & arqonbus.v1.ChannelInfoResult.$Shape;
        }

        namespace ChannelInfoResult {

            /** Properties of a ChannelInfoResult. */
            interface $Properties {

                /** ChannelInfoResult epoch */
                epoch?: (number|null);

                /** ChannelInfoResult sequence */
                sequence?: (number|null);

                /** ChannelInfoResult firstSequence */
                firstSequence?: (number|null);

                /** ChannelInfoResult retainedCount */
                retainedCount?: (number|null);

                /** ChannelInfoResult retainedBytes */
                retainedBytes?: (number|null);

                /** ChannelInfoResult members */
                members?: (number|null);

                /** ChannelInfoResult durability */
                durability?: (arqonbus.v1.Durability|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ChannelInfoResult. */
            type $Shape = arqonbus.v1.ChannelInfoResult.$Properties;
        }

        /**
         * Properties of a PresenceCommand.
         * @deprecated Use arqonbus.v1.PresenceCommand.$Properties instead.
         */
        interface IPresenceCommand extends arqonbus.v1.PresenceCommand.$Properties {
        }

        /** Represents a PresenceCommand. */
        class PresenceCommand {

            /**
             * Constructs a new PresenceCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.PresenceCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PresenceCommand room. */
            room: string;

            /** PresenceCommand channel. */
            channel: string;

            /** PresenceCommand after. */
            after: string;

            /** PresenceCommand limit. */
            limit: number;

            /**
             * Creates a new PresenceCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PresenceCommand instance
             */
            static create(properties: arqonbus.v1.PresenceCommand.$Shape): arqonbus.v1.PresenceCommand & arqonbus.v1.PresenceCommand.$Shape;
            static create(properties?: arqonbus.v1.PresenceCommand.$Properties): arqonbus.v1.PresenceCommand;

            /**
             * Encodes the specified PresenceCommand message. Does not implicitly {@link arqonbus.v1.PresenceCommand.verify|verify} messages.
             * @param message PresenceCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.PresenceCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PresenceCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.PresenceCommand & arqonbus.v1.PresenceCommand.$Shape} PresenceCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.PresenceCommand & arqonbus.v1.PresenceCommand.$Shape;
        }

        namespace PresenceCommand {

            /** Properties of a PresenceCommand. */
            interface $Properties {

                /** PresenceCommand room */
                room?: (string|null);

                /** PresenceCommand channel */
                channel?: (string|null);

                /** PresenceCommand after */
                after?: (string|null);

                /** PresenceCommand limit */
                limit?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PresenceCommand. */
            type $Shape = arqonbus.v1.PresenceCommand.$Properties;
        }

        /**
         * Properties of a PresenceResult.
         * @deprecated Use arqonbus.v1.PresenceResult.$Properties instead.
         */
        interface IPresenceResult extends arqonbus.v1.PresenceResult.$Properties {
        }

        /** Represents a PresenceResult. */
        class PresenceResult {

            /**
             * Constructs a new PresenceResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.PresenceResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PresenceResult members. */
            members: arqonbus.v1.Member.$Properties[];

            /** PresenceResult more. */
            more: boolean;

            /** PresenceResult total. */
            total: number;

            /** PresenceResult partial. */
            partial: boolean;

            /**
             * Creates a new PresenceResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PresenceResult instance
             */
            static create(properties: arqonbus.v1.PresenceResult.$Shape): arqonbus.v1.PresenceResult & arqonbus.v1.PresenceResult.$Shape;
            static create(properties?: arqonbus.v1.PresenceResult.$Properties): arqonbus.v1.PresenceResult;

            /**
             * Encodes the specified PresenceResult message. Does not implicitly {@link arqonbus.v1.PresenceResult.verify|verify} messages.
             * @param message PresenceResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.PresenceResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PresenceResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.PresenceResult & arqonbus.v1.PresenceResult.$Shape} PresenceResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.PresenceResult & arqonbus.v1.PresenceResult.$Shape;
        }

        namespace PresenceResult {

            /** Properties of a PresenceResult. */
            interface $Properties {

                /** PresenceResult members */
                members?: (arqonbus.v1.Member.$Properties[]|null);

                /** PresenceResult more */
                more?: (boolean|null);

                /** PresenceResult total */
                total?: (number|null);

                /** PresenceResult partial */
                partial?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PresenceResult. */
            type $Shape = arqonbus.v1.PresenceResult.$Properties;
        }

        /**
         * Properties of a HistoryCommand.
         * @deprecated Use arqonbus.v1.HistoryCommand.$Properties instead.
         */
        interface IHistoryCommand extends arqonbus.v1.HistoryCommand.$Properties {
        }

        /** Represents a HistoryCommand. */
        class HistoryCommand {

            /**
             * Constructs a new HistoryCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.HistoryCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HistoryCommand room. */
            room: string;

            /** HistoryCommand channel. */
            channel: string;

            /** HistoryCommand afterSequence. */
            afterSequence: number;

            /** HistoryCommand epoch. */
            epoch: number;

            /** HistoryCommand sinceMs. */
            sinceMs: number;

            /** HistoryCommand untilMs. */
            untilMs: number;

            /** HistoryCommand limit. */
            limit: number;

            /** HistoryCommand reverse. */
            reverse: boolean;

            /**
             * Creates a new HistoryCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HistoryCommand instance
             */
            static create(properties: arqonbus.v1.HistoryCommand.$Shape): arqonbus.v1.HistoryCommand & arqonbus.v1.HistoryCommand.$Shape;
            static create(properties?: arqonbus.v1.HistoryCommand.$Properties): arqonbus.v1.HistoryCommand;

            /**
             * Encodes the specified HistoryCommand message. Does not implicitly {@link arqonbus.v1.HistoryCommand.verify|verify} messages.
             * @param message HistoryCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.HistoryCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HistoryCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.HistoryCommand & arqonbus.v1.HistoryCommand.$Shape} HistoryCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.HistoryCommand & arqonbus.v1.HistoryCommand.$Shape;
        }

        namespace HistoryCommand {

            /** Properties of a HistoryCommand. */
            interface $Properties {

                /** HistoryCommand room */
                room?: (string|null);

                /** HistoryCommand channel */
                channel?: (string|null);

                /** HistoryCommand afterSequence */
                afterSequence?: (number|null);

                /** HistoryCommand epoch */
                epoch?: (number|null);

                /** HistoryCommand sinceMs */
                sinceMs?: (number|null);

                /** HistoryCommand untilMs */
                untilMs?: (number|null);

                /** HistoryCommand limit */
                limit?: (number|null);

                /** HistoryCommand reverse */
                reverse?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HistoryCommand. */
            type $Shape = arqonbus.v1.HistoryCommand.$Properties;
        }

        /**
         * Properties of a HistoryResult.
         * @deprecated Use arqonbus.v1.HistoryResult.$Properties instead.
         */
        interface IHistoryResult extends arqonbus.v1.HistoryResult.$Properties {
        }

        /** Represents a HistoryResult. */
        class HistoryResult {

            /**
             * Constructs a new HistoryResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.HistoryResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HistoryResult envelopes. */
            envelopes: Uint8Array[];

            /** HistoryResult more. */
            more: boolean;

            /** HistoryResult epoch. */
            epoch: number;

            /** HistoryResult headSequence. */
            headSequence: number;

            /** HistoryResult firstSequence. */
            firstSequence: number;

            /**
             * Creates a new HistoryResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HistoryResult instance
             */
            static create(properties: arqonbus.v1.HistoryResult.$Shape): arqonbus.v1.HistoryResult & arqonbus.v1.HistoryResult.$Shape;
            static create(properties?: arqonbus.v1.HistoryResult.$Properties): arqonbus.v1.HistoryResult;

            /**
             * Encodes the specified HistoryResult message. Does not implicitly {@link arqonbus.v1.HistoryResult.verify|verify} messages.
             * @param message HistoryResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.HistoryResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HistoryResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.HistoryResult & arqonbus.v1.HistoryResult.$Shape} HistoryResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.HistoryResult & arqonbus.v1.HistoryResult.$Shape;
        }

        namespace HistoryResult {

            /** Properties of a HistoryResult. */
            interface $Properties {

                /** HistoryResult envelopes */
                envelopes?: (Uint8Array[]|null);

                /** HistoryResult more */
                more?: (boolean|null);

                /** HistoryResult epoch */
                epoch?: (number|null);

                /** HistoryResult headSequence */
                headSequence?: (number|null);

                /** HistoryResult firstSequence */
                firstSequence?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HistoryResult. */
            type $Shape = arqonbus.v1.HistoryResult.$Properties;
        }

        /**
         * Properties of a RefreshTokenCommand.
         * @deprecated Use arqonbus.v1.RefreshTokenCommand.$Properties instead.
         */
        interface IRefreshTokenCommand extends arqonbus.v1.RefreshTokenCommand.$Properties {
        }

        /** Represents a RefreshTokenCommand. */
        class RefreshTokenCommand {

            /**
             * Constructs a new RefreshTokenCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.RefreshTokenCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RefreshTokenCommand token. */
            token: string;

            /**
             * Creates a new RefreshTokenCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RefreshTokenCommand instance
             */
            static create(properties: arqonbus.v1.RefreshTokenCommand.$Shape): arqonbus.v1.RefreshTokenCommand & arqonbus.v1.RefreshTokenCommand.$Shape;
            static create(properties?: arqonbus.v1.RefreshTokenCommand.$Properties): arqonbus.v1.RefreshTokenCommand;

            /**
             * Encodes the specified RefreshTokenCommand message. Does not implicitly {@link arqonbus.v1.RefreshTokenCommand.verify|verify} messages.
             * @param message RefreshTokenCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.RefreshTokenCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RefreshTokenCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.RefreshTokenCommand & arqonbus.v1.RefreshTokenCommand.$Shape} RefreshTokenCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.RefreshTokenCommand & arqonbus.v1.RefreshTokenCommand.$Shape;
        }

        namespace RefreshTokenCommand {

            /** Properties of a RefreshTokenCommand. */
            interface $Properties {

                /** RefreshTokenCommand token */
                token?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RefreshTokenCommand. */
            type $Shape = arqonbus.v1.RefreshTokenCommand.$Properties;
        }

        /**
         * Properties of a RefreshTokenResult.
         * @deprecated Use arqonbus.v1.RefreshTokenResult.$Properties instead.
         */
        interface IRefreshTokenResult extends arqonbus.v1.RefreshTokenResult.$Properties {
        }

        /** Represents a RefreshTokenResult. */
        class RefreshTokenResult {

            /**
             * Constructs a new RefreshTokenResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.RefreshTokenResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RefreshTokenResult expiresAtMs. */
            expiresAtMs: number;

            /** RefreshTokenResult grants. */
            grants?: (arqonbus.v1.Grants.$Properties|null);

            /**
             * Creates a new RefreshTokenResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RefreshTokenResult instance
             */
            static create(properties: arqonbus.v1.RefreshTokenResult.$Shape): arqonbus.v1.RefreshTokenResult & arqonbus.v1.RefreshTokenResult.$Shape;
            static create(properties?: arqonbus.v1.RefreshTokenResult.$Properties): arqonbus.v1.RefreshTokenResult;

            /**
             * Encodes the specified RefreshTokenResult message. Does not implicitly {@link arqonbus.v1.RefreshTokenResult.verify|verify} messages.
             * @param message RefreshTokenResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.RefreshTokenResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RefreshTokenResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.RefreshTokenResult & arqonbus.v1.RefreshTokenResult.$Shape} RefreshTokenResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.RefreshTokenResult & arqonbus.v1.RefreshTokenResult.$Shape;
        }

        namespace RefreshTokenResult {

            /** Properties of a RefreshTokenResult. */
            interface $Properties {

                /** RefreshTokenResult expiresAtMs */
                expiresAtMs?: (number|null);

                /** RefreshTokenResult grants */
                grants?: (arqonbus.v1.Grants.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RefreshTokenResult. */
            type $Shape = arqonbus.v1.RefreshTokenResult.$Properties;
        }

        /**
         * Properties of a HelpCommand.
         * @deprecated Use arqonbus.v1.HelpCommand.$Properties instead.
         */
        interface IHelpCommand extends arqonbus.v1.HelpCommand.$Properties {
        }

        /** Represents a HelpCommand. */
        class HelpCommand {

            /**
             * Constructs a new HelpCommand.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.HelpCommand.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /**
             * Creates a new HelpCommand instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HelpCommand instance
             */
            static create(properties: arqonbus.v1.HelpCommand.$Shape): arqonbus.v1.HelpCommand & arqonbus.v1.HelpCommand.$Shape;
            static create(properties?: arqonbus.v1.HelpCommand.$Properties): arqonbus.v1.HelpCommand;

            /**
             * Encodes the specified HelpCommand message. Does not implicitly {@link arqonbus.v1.HelpCommand.verify|verify} messages.
             * @param message HelpCommand message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.HelpCommand.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HelpCommand message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.HelpCommand & arqonbus.v1.HelpCommand.$Shape} HelpCommand
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.HelpCommand & arqonbus.v1.HelpCommand.$Shape;
        }

        namespace HelpCommand {

            /** Properties of a HelpCommand. */
            interface $Properties {

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HelpCommand. */
            type $Shape = arqonbus.v1.HelpCommand.$Properties;
        }

        /**
         * Properties of a CommandHelp.
         * @deprecated Use arqonbus.v1.CommandHelp.$Properties instead.
         */
        interface ICommandHelp extends arqonbus.v1.CommandHelp.$Properties {
        }

        /** Represents a CommandHelp. */
        class CommandHelp {

            /**
             * Constructs a new CommandHelp.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.CommandHelp.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommandHelp name. */
            name: string;

            /** CommandHelp summary. */
            summary: string;

            /** CommandHelp allowed. */
            allowed: boolean;

            /**
             * Creates a new CommandHelp instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CommandHelp instance
             */
            static create(properties: arqonbus.v1.CommandHelp.$Shape): arqonbus.v1.CommandHelp & arqonbus.v1.CommandHelp.$Shape;
            static create(properties?: arqonbus.v1.CommandHelp.$Properties): arqonbus.v1.CommandHelp;

            /**
             * Encodes the specified CommandHelp message. Does not implicitly {@link arqonbus.v1.CommandHelp.verify|verify} messages.
             * @param message CommandHelp message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.CommandHelp.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommandHelp message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.CommandHelp & arqonbus.v1.CommandHelp.$Shape} CommandHelp
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.CommandHelp & arqonbus.v1.CommandHelp.$Shape;
        }

        namespace CommandHelp {

            /** Properties of a CommandHelp. */
            interface $Properties {

                /** CommandHelp name */
                name?: (string|null);

                /** CommandHelp summary */
                summary?: (string|null);

                /** CommandHelp allowed */
                allowed?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommandHelp. */
            type $Shape = arqonbus.v1.CommandHelp.$Properties;
        }

        /**
         * Properties of a HelpResult.
         * @deprecated Use arqonbus.v1.HelpResult.$Properties instead.
         */
        interface IHelpResult extends arqonbus.v1.HelpResult.$Properties {
        }

        /** Represents a HelpResult. */
        class HelpResult {

            /**
             * Constructs a new HelpResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.HelpResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HelpResult commands. */
            commands: arqonbus.v1.CommandHelp.$Properties[];

            /**
             * Creates a new HelpResult instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HelpResult instance
             */
            static create(properties: arqonbus.v1.HelpResult.$Shape): arqonbus.v1.HelpResult & arqonbus.v1.HelpResult.$Shape;
            static create(properties?: arqonbus.v1.HelpResult.$Properties): arqonbus.v1.HelpResult;

            /**
             * Encodes the specified HelpResult message. Does not implicitly {@link arqonbus.v1.HelpResult.verify|verify} messages.
             * @param message HelpResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.HelpResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HelpResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.HelpResult & arqonbus.v1.HelpResult.$Shape} HelpResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.HelpResult & arqonbus.v1.HelpResult.$Shape;
        }

        namespace HelpResult {

            /** Properties of a HelpResult. */
            interface $Properties {

                /** HelpResult commands */
                commands?: (arqonbus.v1.CommandHelp.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HelpResult. */
            type $Shape = arqonbus.v1.HelpResult.$Properties;
        }

        /**
         * Properties of a Frame.
         * @deprecated Use arqonbus.v1.Frame.$Properties instead.
         */
        interface IFrame extends arqonbus.v1.Frame.$Properties {
        }

        /** Represents a Frame. */
        class Frame {

            /**
             * Constructs a new Frame.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Frame.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Frame envelopes. */
            envelopes: arqonbus.v1.Envelope.$Properties[];

            /**
             * Creates a new Frame instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Frame instance
             */
            static create(properties: arqonbus.v1.Frame.$Shape): arqonbus.v1.Frame & arqonbus.v1.Frame.$Shape;
            static create(properties?: arqonbus.v1.Frame.$Properties): arqonbus.v1.Frame;

            /**
             * Encodes the specified Frame message. Does not implicitly {@link arqonbus.v1.Frame.verify|verify} messages.
             * @param message Frame message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Frame message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Frame & arqonbus.v1.Frame.$Shape} Frame
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Frame & arqonbus.v1.Frame.$Shape;
        }

        namespace Frame {

            /** Properties of a Frame. */
            interface $Properties {

                /** Frame envelopes */
                envelopes?: (arqonbus.v1.Envelope.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Frame. */
            type $Shape = {
              envelopes?: arqonbus.v1.Envelope.$Shape[]|null;
              $unknowns?: Uint8Array[];
            };
        }

        /** MessageType enum. */
        enum MessageType {

            /** MESSAGE_TYPE_UNSPECIFIED value */
            MESSAGE_TYPE_UNSPECIFIED = 0,

            /** EVENT value */
            EVENT = 1,

            /** TELEMETRY value */
            TELEMETRY = 2,

            /** DIRECT value */
            DIRECT = 3,

            /** REQUEST value */
            REQUEST = 4,

            /** REPLY value */
            REPLY = 5,

            /** COMMAND value */
            COMMAND = 6,

            /** ACK value */
            ACK = 16,

            /** ERROR value */
            ERROR = 17,

            /** COMMAND_RESULT value */
            COMMAND_RESULT = 18,

            /** SYSTEM value */
            SYSTEM = 19
        }

        /**
         * Properties of an Envelope.
         * @deprecated Use arqonbus.v1.Envelope.$Properties instead.
         */
        interface IEnvelope extends arqonbus.v1.Envelope.$Properties {
        }

        /** Represents an Envelope. */
        class Envelope {

            /**
             * Constructs a new Envelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Envelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Envelope version. */
            version: number;

            /** Envelope type. */
            type: arqonbus.v1.MessageType;

            /** Envelope id. */
            id: string;

            /** Envelope room. */
            room: string;

            /** Envelope channel. */
            channel: string;

            /** Envelope payload. */
            payload: Uint8Array;

            /** Envelope contentType. */
            contentType: string;

            /** Envelope headers. */
            headers: { [k: string]: string };

            /** Envelope correlationId. */
            correlationId: string;

            /** Envelope wantAck. */
            wantAck: boolean;

            /** Envelope sequence. */
            sequence: number;

            /** Envelope epoch. */
            epoch: number;

            /** Envelope sender. */
            sender: string;

            /** Envelope timestampMs. */
            timestampMs: number;

            /** Envelope subject. */
            subject: string;

            /** Envelope target. */
            target: string;

            /** Envelope causationId. */
            causationId: string;

            /** Envelope hopCount. */
            hopCount: number;

            /** Envelope ttlMs. */
            ttlMs: number;

            /** Envelope traceparent. */
            traceparent: string;

            /** Envelope casil. */
            casil?: (arqonbus.v1.CasilMetadata.$Properties|null);

            /** Envelope group. */
            group: string;

            /** Envelope tenantId. */
            tenantId: string;

            /** Envelope capabilities. */
            capabilities: string[];

            /** Envelope intent. */
            intent: string;

            /** Envelope embedding. */
            embedding?: (arqonbus.v1.Embedding.$Properties|null);

            /** Envelope hello. */
            hello?: (arqonbus.v1.Hello.$Properties|null);

            /** Envelope welcome. */
            welcome?: (arqonbus.v1.Welcome.$Properties|null);

            /** Envelope command. */
            command?: (arqonbus.v1.Command.$Properties|null);

            /** Envelope commandResult. */
            commandResult?: (arqonbus.v1.CommandResult.$Properties|null);

            /** Envelope ack. */
            ack?: (arqonbus.v1.Ack.$Properties|null);

            /** Envelope error. */
            error?: (arqonbus.v1.Error.$Properties|null);

            /** Envelope gap. */
            gap?: (arqonbus.v1.Gap.$Properties|null);

            /** Envelope goAway. */
            goAway?: (arqonbus.v1.GoAway.$Properties|null);

            /** Envelope presenceEvent. */
            presenceEvent?: (arqonbus.v1.PresenceEvent.$Properties|null);

            /** Envelope body. */
            body?: ("hello"|"welcome"|"command"|"commandResult"|"ack"|"error"|"gap"|"goAway"|"presenceEvent");

            /**
             * Creates a new Envelope instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Envelope instance
             */
            static create(properties: arqonbus.v1.Envelope.$Shape): arqonbus.v1.Envelope & arqonbus.v1.Envelope.$Shape;
            static create(properties?: arqonbus.v1.Envelope.$Properties): arqonbus.v1.Envelope;

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link arqonbus.v1.Envelope.verify|verify} messages.
             * @param message Envelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Envelope & arqonbus.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Envelope & arqonbus.v1.Envelope.$Shape;
        }

        namespace Envelope {

            /** Properties of an Envelope. */
            interface $Properties {

                /** Envelope version */
                version?: (number|null);

                /** Envelope type */
                type?: (arqonbus.v1.MessageType|null);

                /** Envelope id */
                id?: (string|null);

                /** Envelope room */
                room?: (string|null);

                /** Envelope channel */
                channel?: (string|null);

                /** Envelope payload */
                payload?: (Uint8Array|null);

                /** Envelope contentType */
                contentType?: (string|null);

                /** Envelope headers */
                headers?: ({ [k: string]: string }|null);

                /** Envelope correlationId */
                correlationId?: (string|null);

                /** Envelope wantAck */
                wantAck?: (boolean|null);

                /** Envelope sequence */
                sequence?: (number|null);

                /** Envelope epoch */
                epoch?: (number|null);

                /** Envelope sender */
                sender?: (string|null);

                /** Envelope timestampMs */
                timestampMs?: (number|null);

                /** Envelope subject */
                subject?: (string|null);

                /** Envelope target */
                target?: (string|null);

                /** Envelope causationId */
                causationId?: (string|null);

                /** Envelope hopCount */
                hopCount?: (number|null);

                /** Envelope ttlMs */
                ttlMs?: (number|null);

                /** Envelope traceparent */
                traceparent?: (string|null);

                /** Envelope casil */
                casil?: (arqonbus.v1.CasilMetadata.$Properties|null);

                /** Envelope group */
                group?: (string|null);

                /** Envelope tenantId */
                tenantId?: (string|null);

                /** Envelope capabilities */
                capabilities?: (string[]|null);

                /** Envelope intent */
                intent?: (string|null);

                /** Envelope embedding */
                embedding?: (arqonbus.v1.Embedding.$Properties|null);

                /** Envelope hello */
                hello?: (arqonbus.v1.Hello.$Properties|null);

                /** Envelope welcome */
                welcome?: (arqonbus.v1.Welcome.$Properties|null);

                /** Envelope command */
                command?: (arqonbus.v1.Command.$Properties|null);

                /** Envelope commandResult */
                commandResult?: (arqonbus.v1.CommandResult.$Properties|null);

                /** Envelope ack */
                ack?: (arqonbus.v1.Ack.$Properties|null);

                /** Envelope error */
                error?: (arqonbus.v1.Error.$Properties|null);

                /** Envelope gap */
                gap?: (arqonbus.v1.Gap.$Properties|null);

                /** Envelope goAway */
                goAway?: (arqonbus.v1.GoAway.$Properties|null);

                /** Envelope presenceEvent */
                presenceEvent?: (arqonbus.v1.PresenceEvent.$Properties|null);

                /** Envelope body */
                body?: ("hello"|"welcome"|"command"|"commandResult"|"ack"|"error"|"gap"|"goAway"|"presenceEvent");

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Narrowed shape of an Envelope. */
            type $Shape = {
              version?: number|null;
              type?: arqonbus.v1.MessageType|null;
              id?: string|null;
              room?: string|null;
              channel?: string|null;
              payload?: Uint8Array|null;
              contentType?: string|null;
              headers?: { [k: string]: string }|null;
              correlationId?: string|null;
              wantAck?: boolean|null;
              sequence?: number|null;
              epoch?: number|null;
              sender?: string|null;
              timestampMs?: number|null;
              subject?: string|null;
              target?: string|null;
              causationId?: string|null;
              hopCount?: number|null;
              ttlMs?: number|null;
              traceparent?: string|null;
              casil?: arqonbus.v1.CasilMetadata.$Shape|null;
              group?: string|null;
              tenantId?: string|null;
              capabilities?: string[]|null;
              intent?: string|null;
              embedding?: arqonbus.v1.Embedding.$Shape|null;
              hello?: arqonbus.v1.Hello.$Shape|null;
              welcome?: arqonbus.v1.Welcome.$Shape|null;
              command?: arqonbus.v1.Command.$Shape|null;
              commandResult?: arqonbus.v1.CommandResult.$Shape|null;
              ack?: arqonbus.v1.Ack.$Shape|null;
              error?: arqonbus.v1.Error.$Shape|null;
              gap?: arqonbus.v1.Gap.$Shape|null;
              goAway?: arqonbus.v1.GoAway.$Shape|null;
              presenceEvent?: arqonbus.v1.PresenceEvent.$Shape|null;
              $unknowns?: Uint8Array[];
            } & (
              ({ body?: undefined; hello?: null; welcome?: null; command?: null; commandResult?: null; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "hello"; hello: arqonbus.v1.Hello.$Shape; welcome?: null; command?: null; commandResult?: null; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "welcome"; hello?: null; welcome: arqonbus.v1.Welcome.$Shape; command?: null; commandResult?: null; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "command"; hello?: null; welcome?: null; command: arqonbus.v1.Command.$Shape; commandResult?: null; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "commandResult"; hello?: null; welcome?: null; command?: null; commandResult: arqonbus.v1.CommandResult.$Shape; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "ack"; hello?: null; welcome?: null; command?: null; commandResult?: null; ack: arqonbus.v1.Ack.$Shape; error?: null; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "error"; hello?: null; welcome?: null; command?: null; commandResult?: null; ack?: null; error: arqonbus.v1.Error.$Shape; gap?: null; goAway?: null; presenceEvent?: null }|{ body?: "gap"; hello?: null; welcome?: null; command?: null; commandResult?: null; ack?: null; error?: null; gap: arqonbus.v1.Gap.$Shape; goAway?: null; presenceEvent?: null }|{ body?: "goAway"; hello?: null; welcome?: null; command?: null; commandResult?: null; ack?: null; error?: null; gap?: null; goAway: arqonbus.v1.GoAway.$Shape; presenceEvent?: null }|{ body?: "presenceEvent"; hello?: null; welcome?: null; command?: null; commandResult?: null; ack?: null; error?: null; gap?: null; goAway?: null; presenceEvent: arqonbus.v1.PresenceEvent.$Shape })
            );
        }

        /**
         * Properties of an Embedding.
         * @deprecated Use arqonbus.v1.Embedding.$Properties instead.
         */
        interface IEmbedding extends arqonbus.v1.Embedding.$Properties {
        }

        /** Represents an Embedding. */
        class Embedding {

            /**
             * Constructs a new Embedding.
             * @param [properties] Properties to set
             */
            constructor(properties?: arqonbus.v1.Embedding.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Embedding model. */
            model: string;

            /** Embedding dimensions. */
            dimensions: number;

            /** Embedding values. */
            values: Uint8Array;

            /**
             * Creates a new Embedding instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Embedding instance
             */
            static create(properties: arqonbus.v1.Embedding.$Shape): arqonbus.v1.Embedding & arqonbus.v1.Embedding.$Shape;
            static create(properties?: arqonbus.v1.Embedding.$Properties): arqonbus.v1.Embedding;

            /**
             * Encodes the specified Embedding message. Does not implicitly {@link arqonbus.v1.Embedding.verify|verify} messages.
             * @param message Embedding message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: arqonbus.v1.Embedding.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Embedding message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {arqonbus.v1.Embedding & arqonbus.v1.Embedding.$Shape} Embedding
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): arqonbus.v1.Embedding & arqonbus.v1.Embedding.$Shape;
        }

        namespace Embedding {

            /** Properties of an Embedding. */
            interface $Properties {

                /** Embedding model */
                model?: (string|null);

                /** Embedding dimensions */
                dimensions?: (number|null);

                /** Embedding values */
                values?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Embedding. */
            type $Shape = arqonbus.v1.Embedding.$Properties;
        }
    }
}
